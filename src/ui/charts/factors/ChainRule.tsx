import { type Factors, factorsAt } from '../../../history/factors';
import type { History } from '../../../history/history';
import { absent, type LayerMeasure } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatFactor, formatMeasure } from '../../../i18n/numbers';
import { type Translate, useTranslate } from '../../../i18n/translate';
import type { Run } from '../../../state/run';
import { answerOf } from '../answer';
import { pinStyle } from '../baselines';
import { ChartCard } from '../ChartCard';
import { EmptyCard } from '../EmptyCard';
import type { Reading } from '../ReadOut';
import { useTurn } from '../useTurn';
import { FactorsPlot } from './FactorsPlot';
import { useWalk } from './useWalk';
import './factors.css';

/** The factors of the chain rule, layer by layer, and a slow walk back through them. */
export function ChainRule() {
  const { run, index, inspected, baselines } = useTurn();
  const t = useTranslate();
  const { history } = run;
  const depth = history?.shape.depth ?? 1;
  const walk = useWalk(depth);
  const title = t(texts.factorsTitle);
  if (!history?.length) return <EmptyCard title={title} />;
  const factors = factorsAt(history, index);
  const step = history.at(index, 'step');
  const spectral = spectralNormOf(run, step);
  const rows = (factor: Factors) => rowsOf(history, index, factor, spectral(factor.layer), t);
  const read = (layer: number) => readingOf(factors[layer - 1], rows, t);
  const reached = walk.at ?? 1;
  const product = productTo(factors, reached);
  const summary = t(texts.factorsSummary, {
    step: formatCount(step),
    product: formatFactor(productTo(factors, 1)),
  });
  return (
    <ChartCard
      title={title}
      word="chainRule"
      summary={summary}
      controls={
        <button
          type="button"
          className="button chart-button"
          onClick={walk.at === null ? walk.start : walk.stop}
        >
          {t(walk.at === null ? texts.walk : texts.stopWalk)}
        </button>
      }
      note={
        <span className="factor-note">
          {walk.at === null ? (
            <>
              <i className="factor-key bar" /> {t(texts.wholeFactor)}{' '}
              <i className="factor-key circle" /> {t(texts.weightsFactor)}{' '}
              <i className="factor-key triangle" /> {t(texts.activationFactor)}
              {factors.some(({ skip }) => Number.isFinite(skip) && skip !== 1) && (
                <>
                  {' '}
                  <i className="factor-key diamond" /> {t(texts.skipFactor)}
                </>
              )}
            </>
          ) : (
            t(texts.walking, {
              layer: walk.at,
              factor: formatFactor(factors[walk.at - 1]?.total ?? 1),
              norm: formatMeasure(history.layerAt(index, 'gradH', walk.at - 1)),
              product: formatFactor(product),
            })
          )}
        </span>
      }
      table={() => tableOf(factors, rows, t)}
    >
      {(size) => (
        <FactorsPlot
          size={size}
          name={`${title}. ${summary}`}
          {...{ factors, reached, inspected, read }}
          pinned={baselines.map((baseline) => ({
            id: baseline.id,
            color: pinStyle(baseline).color,
            factors: factorsAt(baseline.history, baseline.history.indexOf(step)),
          }))}
        />
      )}
    </ChartCard>
  );
}

/** The product of the factors from the output back to a layer. */
function productTo(factors: readonly Factors[], layer: number): number {
  return factors.slice(layer - 1).reduce((product, { total }) => product * total, 1);
}

/** The rows that explain a layer: each factor, and beside it what it comes from. */
function rowsOf(
  history: History,
  index: number,
  factors: Factors,
  spectralNorm: number,
  t: Translate,
): Rows {
  const { layer, weights, activation, skip, total } = factors;
  const at = (measure: LayerMeasure) => history.layerAt(index, measure, layer);
  const share = (value: number) => `${(100 * value).toFixed(0)} %`;
  const isHidden = layer < history.shape.depth;
  const rows: readonly (readonly [string, number, (value: number) => string])[] = [
    [t(texts.wholeFactor), total, formatFactor],
    [t(texts.weightsFactor), weights, formatFactor],
    ['‖W‖', at('weight'), formatMeasure],
    [t(texts.spectralNorm), spectralNorm, formatMeasure],
    [t(texts.activationFactor), isHidden ? activation : absent, formatFactor],
    [t(texts.slope), at('slope'), formatMeasure],
    [t(texts.dead), at('dead'), share],
    [t(texts.saturated), at('saturated'), share],
    [t(texts.skipFactor), at('gradBranch') === absent ? absent : skip, formatFactor],
  ];
  return rows.flatMap(([name, value, write]) =>
    value === absent ? [] : [[name, write(value)] as const],
  );
}

/** The spectral norm of a layer's weights at a step, where the layer was looked at closely. */
function spectralNormOf(run: Run, step: number): (layer: number) => number {
  const answer = answerOf(run);
  const looked = answer?.step === step ? answer.found?.layer : null;
  return (layer) => (looked?.layer === layer ? (looked.singularValues?.[0] ?? absent) : absent);
}

type Rows = readonly (readonly [string, string])[];

function readingOf(
  factors: Factors | undefined,
  rows: (factors: Factors) => Rows,
  t: Translate,
): Reading {
  if (!factors) return { title: '', rows: [] };
  return {
    title: t(texts.layerNumber, { layer: factors.layer }),
    rows: rows(factors).map(([label, value]) => ({ label, value })),
  };
}

function tableOf(factors: readonly Factors[], rows: (factors: Factors) => Rows, t: Translate) {
  const lines = factors.map((factor) => new Map(rows(factor)));
  const columns = [...new Set(lines.flatMap((line) => [...line.keys()]))];
  return {
    columns: [t(texts.layer), ...columns],
    rows: lines.map((line, offset) => [
      t(texts.layerNumber, { layer: offset + 1 }),
      ...columns.map((column) => line.get(column) ?? '–'),
    ]),
  };
}
