import { differences } from '../../../experiment/change';
import { fieldOf } from '../../../experiment/schema';
import { formatCount } from '../../../i18n/numbers';
import { readingTexts } from '../../../i18n/reading';
import { list, useTranslate } from '../../../i18n/translate';
import { useApp } from '../../../state/hooks';
import { isPinned, mostBaselines, pinReplaced } from '../../../state/saved/pins';
import { lastStep } from '../../../state/store/run';

/** Most settings that are named. */
const mostNamed = 3;

/** That a change began a new run, what became of the one before, and a way to keep it. */
export function ReplacedRun() {
  const t = useTranslate();
  const replaced = useApp((state) => state.replaced);
  const experiment = useApp((state) => state.experiment);
  const isRefused = useApp(({ run }) => run.state === 'refused');
  const baselines = useApp((state) => state.baselines);
  if (!replaced || isRefused || isPinned(replaced.recording, baselines)) return null;
  const isFull = baselines.length >= mostBaselines;
  const changes = differences(replaced.experiment, experiment);
  if (changes.length === 0) return null;
  const named = changes.slice(0, mostNamed).map(({ key }) => t(fieldOf(key).label));
  const text =
    experiment.seed === replaced.experiment.seed
      ? readingTexts.replaced
      : readingTexts.replacedBySeed;
  return (
    <>
      {t(text, {
        settings: list([...named, ...(changes.length > mostNamed ? ['…'] : [])], t),
        seed: String(experiment.seed),
        steps: formatCount(lastStep(replaced.recording)),
      })}{' '}
      <button
        type="button"
        className="link-button"
        disabled={isFull}
        title={isFull ? t(readingTexts.pinsFull, { most: mostBaselines }) : undefined}
        onClick={pinReplaced}
      >
        {t(readingTexts.pinReplaced)}
      </button>
    </>
  );
}
