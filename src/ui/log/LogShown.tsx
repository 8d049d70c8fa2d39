import { useMemo } from 'react';
import { absent } from '../../history/measures';
import { logTexts as texts } from '../../i18n/log';
import { formatCount } from '../../i18n/numbers';
import { useTranslate } from '../../i18n/translate';
import { chooseRun, closeLog, type ShownLog, visitLog } from '../../state/files/logs';
import { useApp, useLogs } from '../../state/hooks';
import { indexIn } from '../../state/store/app';
import { EveryLayer, LossChart, NormByLayer } from '../charts';
import { type ChartSource, LogSource } from '../charts/source/source';
import { StepSlider } from '../layout/StepSlider';
import { Faults, LeftOut } from './Faults';
import { AtStep, OverTime } from './Findings';
import { Layers } from './Layers';
import { OverSteps } from './OverSteps';

/** A log on screen: what it shows, and the charts of a run over what it holds. */
export function LogShown({ log }: { readonly log: ShownLog }) {
  const t = useTranslate();
  const quantity = useApp((state) => state.quantity);
  const viewed = useLogs((state) => state.viewed);
  const { names, records, faults, faultCount, leftOut, called } = log;
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
  const hasLayers = history.shape.layers.length > 0;
  const measures = (['gradNorm', 'learningRate', 'lossScale'] as const).filter((measure) =>
    history.shape.steps.includes(measure),
  );
  return (
    <article className="study-card log-shown">
      <LogHeader log={log} />
      <LeftOut files={leftOut} />
      {faultCount > 0 && (
        <div className="log-problem">
          <p>{t(texts.faults, { count: formatCount(faultCount) })}</p>
          <Faults faults={faults} />
        </div>
      )}
      <OverTime log={log} />
      <AtStep log={log} index={index} />
      <NoNormsHere log={log} index={index} />
      <LogSource value={source}>
        <div className="log-charts">
          {hasLayers && (
            <>
              <div className="plot-place">
                <NormByLayer />
              </div>
              <div className="plot-place">
                <EveryLayer onVisit={visitLog} />
              </div>
            </>
          )}
          {measures.map((measure) => (
            <div key={measure} className="plot-place">
              <OverSteps measure={measure} called={called[measure]} />
            </div>
          ))}
          {called.loss !== undefined || called.validationLoss !== undefined ? (
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
      <Layers key={names.join('\n')} log={log} />
    </article>
  );
}

/** The name of a log, what it holds, and the choice among its runs. */
function LogHeader({ log }: { readonly log: ShownLog }) {
  const t = useTranslate();
  const { name, records, runs, runRead, steps, counter } = log;
  const { depth } = records.history.shape;
  const drawn = records.history.length;
  const places = { name, layers: formatCount(depth), steps: formatCount(steps) };
  return (
    <>
      <header className="log-header">
        <h2>{t(depth > 0 ? texts.shown : texts.shownGlobal, places)}</h2>
        <button type="button" className="button" onClick={closeLog}>
          {t(texts.close)}
        </button>
      </header>
      {runs.length > 1 && (
        <label>
          {t(texts.whichRun)}{' '}
          <select value={runRead} onChange={({ currentTarget }) => chooseRun(currentTarget.value)}>
            {runs.map((own) => (
              <option key={own} value={own}>
                {own}
              </option>
            ))}
          </select>
        </label>
      )}
      {counter !== 'step' && <p className="quiet">{t(texts.counted[counter])}</p>}
      {drawn < steps && (
        <p className="quiet">
          {t(texts.thinned, { drawn: formatCount(drawn), steps: formatCount(steps) })}
        </p>
      )}
    </>
  );
}

/** Says that a step has no norms of layers, and leads to the nearest before it that has. */
function NoNormsHere({ log, index }: { readonly log: ShownLog; readonly index: number }) {
  const t = useTranslate();
  const { records, telling } = log;
  const { history } = records;
  if (!telling) return null;
  const has = (at: number) =>
    Array.from({ length: history.shape.depth }, (_, layer) => layer + 1).some(
      (layer) => history.layerAt(at, telling, layer) !== absent,
    );
  if (has(index)) return null;
  const places = Array.from({ length: history.length }, (_, at) => at).filter(has);
  const nearest = places.findLast((at) => at < index) ?? places[0];
  if (nearest === undefined) return null;
  const step = history.at(nearest, 'step');
  return (
    <p>
      {t(texts.noNormsHere, {
        step: formatCount(history.at(index, 'step')),
        nearest: formatCount(step),
      })}{' '}
      <button type="button" className="link-button" onClick={() => visitLog(step)}>
        {t(texts.goThere)}
      </button>
    </p>
  );
}
