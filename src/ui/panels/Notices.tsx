import { fittingOf } from '../../experiment/budget';
import { fieldOf } from '../../experiment/schema';
import { historyLimit } from '../../history/history';
import { sayFailure } from '../../i18n/failure';
import { formatMeasure } from '../../i18n/numbers';
import { costTexts, readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { change } from '../../state/actions';
import { useApp } from '../../state/hooks';
import { backendName } from './backendName';
import { describe } from './describe';

/** Why nothing runs: the experiment is over the budget, or the worker failed; that a run went on in a new worker; that its record is full. */
export function Notices() {
  const t = useTranslate();
  const excess = useApp(({ run }) => run.excess);
  const experiment = useApp((state) => state.experiment);
  const failure = useApp(({ run }) => run.failure);
  const recovery = useApp(({ run }) => run.recovery);
  const backend = useApp(({ run }) => run.backend);
  const isThinned = useApp(({ run }) => run.history?.thinned ?? false);
  return (
    <div role="status">
      {excess.length > 0 && (
        <section className="verdict broken">
          <h2>{t(readingTexts.overBudget)}</h2>
          {excess.map(({ measure, value, limit }) => (
            <p key={measure}>
              {t(readingTexts.excess, {
                measure: t(costTexts[measure]),
                value: formatMeasure(value),
                limit: formatMeasure(limit),
              })}
            </p>
          ))}
          <div className="fitting">
            {fittingOf(experiment).map(({ key, value }) => (
              <button
                key={key}
                type="button"
                className="button"
                onClick={() => change({ [key]: value })}
              >
                {t(readingTexts.fitting, {
                  setting: t(fieldOf(key).label),
                  value: t(describe(key, value)),
                })}
              </button>
            ))}
          </div>
        </section>
      )}
      {failure === null && recovery !== null && backend !== null && (
        <p>
          {t(readingTexts.recovered, {
            backend: t(backendName(backend)),
            message: sayFailure(recovery.message, t),
            step: recovery.from,
          })}
        </p>
      )}
      {isThinned && (
        <p className="quiet">{t(readingTexts.thinned, { size: historyLimit / 1e6 })}</p>
      )}
      {failure !== null && (
        <section className="verdict broken">
          <h2>{t(readingTexts.failed)}</h2>
          <p>{sayFailure(failure, t)}</p>
          <p>{t(readingTexts.failedHelp)}</p>
        </section>
      )}
    </div>
  );
}
