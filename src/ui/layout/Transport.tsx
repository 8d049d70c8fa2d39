import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { pause, restart, trainOn } from '../../state/run/actions';

/** Run or pause, one step, and back to step 0; a run that has ended begins again. */
export function Transport() {
  const t = useTranslate();
  const state = useApp(({ run }) => run.state);
  const isRunning = state === 'running';
  const isRefused = state === 'refused';
  const name = state === 'nonFinite' ? pageTexts.runAgain : pageTexts.run;
  return (
    <div role="toolbar" className="transport" aria-label={t(pageTexts.transport)}>
      <button
        type="button"
        className="button primary run-button"
        disabled={isRefused}
        onClick={() => (isRunning ? pause() : trainOn())}
      >
        <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
          <path
            fill="currentColor"
            d={isRunning ? 'M1 1h3.5v10H1zM7.5 1H11v10H7.5z' : 'M2 .8 11 6 2 11.2z'}
          />
        </svg>
        {t(isRunning ? pageTexts.pause : name)}
      </button>
      <button type="button" className="button" disabled={isRefused} onClick={() => trainOn(1)}>
        {t(pageTexts.step)}
      </button>
      <button type="button" className="button" disabled={isRefused} onClick={restart}>
        {t(pageTexts.reset)}
      </button>
    </div>
  );
}
