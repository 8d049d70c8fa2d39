import { fittingOf } from '../../experiment/budget';
import { fieldOf } from '../../experiment/schema';
import { historyLimit } from '../../history/history';
import { sayFailure } from '../../i18n/failure';
import { formatMeasure } from '../../i18n/numbers';
import { costTexts, readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { change } from '../../state/run/actions';
import { shownRecording } from '../../state/store/run';
import { backendName } from './backendName';
import { describe } from './describe';

/** Why nothing runs: the experiment is over the budget, or the worker failed; that a run went on in a new worker; that its record is full. */
export function Notices() {
  const t = useTranslate();
  const run = useApp((state) => state.run);
  const experiment = useApp((state) => state.experiment);
  const { backend } = run;
  const recovery = 'target' in run ? run.recovery : null;
  const isThinned = shownRecording(run)?.history.thinned ?? false;
  return (
    <div role="status">
      {run.state === 'refused' && (
        <section className="verdict broken">
          <h2>{t(readingTexts.overBudget)}</h2>
          {run.excess.map(({ measure, value, limit }) => (
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
      {recovery !== null && backend !== null && (
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
      {run.state === 'failed' && (
        <section className="verdict broken">
          <h2>{t(readingTexts.failed)}</h2>
          <p>{sayFailure(run.failure, t)}</p>
          <p>{t(readingTexts.failedHelp)}</p>
        </section>
      )}
    </div>
  );
}
