import { formatCount } from '../../i18n/numbers';
import { readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { mostBaselines, pinAgain, remove } from '../../state/baselines';
import { useApp } from '../../state/hooks';
import './comparison.css';

/** Runs that this browser keeps beside the pinned ones, to pin again or delete. */
export function SavedRuns() {
  const t = useTranslate();
  const shelf = useApp((state) => state.shelf);
  const isFull = useApp((state) => state.baselines.length >= mostBaselines);
  const problem = useApp((state) => state.storageProblem);
  return (
    <>
      {shelf.length > 0 && (
        <details className="kept">
          <summary>{t(readingTexts.savedRuns, { count: shelf.length })}</summary>
          <ul>
            {shelf.map(({ id, name, history }) => (
              <li key={id}>
                <span>
                  {name}{' '}
                  <small>
                    {t(readingTexts.pinnedSteps, {
                      steps: formatCount(history.at(history.length - 1, 'step')),
                    })}
                  </small>
                </span>
                <button
                  type="button"
                  className="button"
                  disabled={isFull}
                  aria-label={t(readingTexts.pinSaved, { name })}
                  onClick={() => pinAgain(id)}
                >
                  {t(readingTexts.pinShort)}
                </button>
                <button
                  type="button"
                  className="button"
                  aria-label={t(readingTexts.deleteSaved, { name })}
                  onClick={() => remove(id)}
                >
                  {t(readingTexts.delete)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet" role="status">
        {problem && t(readingTexts[problem])}
      </p>
    </>
  );
}
