import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { replay } from '../../state/run/replay';
import { currentStep } from '../../state/store/run';
import { showPlace } from './showPlace';

/** Plays a run that ended too fast to be seen, in front of its charts. */
export function WatchAgain() {
  const t = useTranslate();
  const isPossible = useApp(({ run }) => run.state !== 'running' && currentStep(run) > 0);
  return (
    <button
      type="button"
      className="button"
      disabled={!isPossible}
      onClick={() => {
        replay();
        showPlace('norms');
      }}
    >
      {t(pageTexts.watchAgain)}
    </button>
  );
}
