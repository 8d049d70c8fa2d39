import { useMemo } from 'react';
import type { NonFinite } from '../../history/measures';
import { logTexts as texts } from '../../i18n/log';
import { formatCount } from '../../i18n/numbers';
import { type Translate, useTranslate } from '../../i18n/translate';
import { diagnoseLog } from '../../log/diagnose';
import { indexIn, judgedIndex } from '../../state/app';
import { useApp, useLogs } from '../../state/hooks';
import { closeLog, type ShownLog, visitLog } from '../../state/logs';
import { EveryLayer, LossChart, NormByLayer } from '../charts';
import { type ChartSource, LogSource } from '../charts/source/source';
import { StepSlider } from '../layout/StepSlider';
import { useFill } from '../panels/useFill';
import { Faults, LeftOut } from './Faults';

/** A log on screen: what it shows at a step, and the charts of a run over its norms. */
export function LogShown({ log }: { readonly log: ShownLog }) {
  const t = useTranslate();
  const quantity = useApp((state) => state.quantity);
  const viewed = useLogs((state) => state.viewed);
  const { name, names, records, faults, faultCount, leftOut } = log;
  const { history, nonFinite } = records;
  const index = indexIn(records, viewed);
  const source = useMemo(
    (): ChartSource => ({
      ...{ records, quantity, viewed, index, names },
      ...{ baselines: [], inspected: null, inspect: null },
      visit: visitLog,
      link: () => location.origin + location.pathname,
    }),
    [records, quantity, viewed, index, names],
  );
  const last = history.at(history.length - 1, 'step');
  const hasLoss = Array.from({ length: history.length }, (_, at) => history.at(at, 'loss')).some(
    (loss) => loss >= 0 || Number.isNaN(loss),
  );
  return (
    <article className="study-card log-shown">
      <header className="log-header">
        <h2>
          {t(texts.shown, {
            name,
            layers: formatCount(history.shape.depth),
            steps: formatCount(history.length),
          })}
        </h2>
        <button type="button" className="button" onClick={closeLog}>
          {t(texts.close)}
        </button>
      </header>
      <LeftOut files={leftOut} />
      {faultCount > 0 && (
        <div className="log-problem">
          <p>{t(texts.faults, { count: formatCount(faultCount) })}</p>
          <Faults faults={faults} />
        </div>
      )}
      <Findings log={log} index={index} />
      <LogSource value={source}>
        <div className="log-charts">
          <div className="plot-place">
            <NormByLayer />
          </div>
          <div className="plot-place">
            <EveryLayer onVisit={visitLog} />
          </div>
          {hasLoss ? (
            <div className="plot-place">
              <LossChart />
            </div>
          ) : (
            <p className="quiet">{t(texts.noLoss)}</p>
          )}
        </div>
      </LogSource>
      <StepSlider
        viewed={viewed}
        last={last}
        lost={nonFinite?.step}
        onVisit={(step) => visitLog(step === null || step >= last ? null : step)}
      />
      {names.some(Boolean) && (
        <details>
          <summary>{t(texts.layers)}</summary>
          <ol className="log-layers">
            {names.map((layer) => (
              <li key={layer}>{layer}</li>
            ))}
          </ol>
        </details>
      )}
    </article>
  );
}

/** Where a log first stops being finite, in words. */
function placeOf({ tensor, layer }: NonFinite, names: readonly string[], t: Translate): string {
  if (tensor === 'loss') return t(texts.inLoss);
  return names[layer - 1] || t(texts.numbered, { layer });
}

/** What the record shown means, and what came of it where the next one is not finite. */
function Findings({ log, index }: { readonly log: ShownLog; readonly index: number }) {
  const viewed = useLogs((state) => state.viewed);
  const t = useTranslate();
  const fill = useFill();
  const { records, telling, names } = log;
  const { history, nonFinite } = records;
  const judged = judgedIndex(records, viewed);
  const findings = [...new Set([judged, index])].flatMap((record) =>
    diagnoseLog(history, record, nonFinite, telling).filter(
      ({ id }) => record === index || id === 'nonFinite',
    ),
  );
  const step = formatCount(history.at(index, 'step'));
  const layer = nonFinite && placeOf(nonFinite, names, t);
  return (
    <section className="log-findings" aria-live="polite">
      <p className="quiet">{t(texts.atStep, { step })}</p>
      {findings.map(({ id, title, advice, places, tone }) => (
        <div key={id} className={`verdict ${tone === 'warn' ? 'warning' : tone}`}>
          <h3>{fill(title, { ...places, ...(id === 'nonFinite' && layer ? { layer } : {}) })}</h3>
          <p>{t(advice)}</p>
        </div>
      ))}
    </section>
  );
}
