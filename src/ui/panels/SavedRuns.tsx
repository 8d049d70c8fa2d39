import { formatCount } from '../../i18n/numbers';
import { readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { mostBaselines, pinAgain, remove, rename } from '../../state/saved/pins';
import './comparison.css';

/** Runs that this browser keeps beside the pinned ones, to pin again or delete. */
export function SavedRuns() {
  const t = useTranslate();
  const shelf = useApp((state) => state.shelf);
  const [first, ...others] = useApp((state) => state.baselines);
  const replaced = others.length + 1 >= mostBaselines ? first?.name : undefined;
  const problem = useApp((state) => state.storageProblem);
  return (
    <>
      {shelf.length > 0 && (
        <details className="kept">
          <summary>{t(readingTexts.savedRuns, { count: shelf.length })}</summary>
          <ul>
            {shelf.map(({ id, name, history }) => (
              <li key={id}>
                <input
                  className="pinned-name"
                  aria-label={t(readingTexts.savedName)}
                  value={name}
                  maxLength={24}
                  onChange={({ currentTarget }) => rename(id, currentTarget.value)}
                />
                <small>
                  {t(readingTexts.pinnedSteps, {
                    steps: formatCount(history.at(history.length - 1, 'step')),
                  })}
                </small>
                <button
                  type="button"
                  className="button"
                  aria-label={
                    replaced === undefined
                      ? t(readingTexts.pinSaved, { name })
                      : t(readingTexts.pinSavedInstead, { name, first: replaced })
                  }
                  onClick={() => pinAgain(id)}
                >
                  {replaced === undefined
                    ? t(readingTexts.pinShort)
                    : t(readingTexts.pinInstead, { first: replaced })}
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
      {problem === 'corrupt' && (
        <button type="button" className="button" onClick={deleteUnreadable}>
          {t(readingTexts.deleteUnreadable)}
        </button>
      )}
    </>
  );
}

/** What keeps runs is loaded after the page stands. */
function deleteUnreadable(): void {
  void import('../../state/saved/keepInBrowser').then((keep) => keep.deleteUnreadable());
}
