import { growthAt } from '../../history/growth';
import type { History } from '../../history/history';
import { absent } from '../../history/measures';
import { formatFactor, formatMeasure } from '../../i18n/numbers';
import { readingTexts, tensorTexts } from '../../i18n/reading';
import { type Translate, useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { PredictionsPanel } from '../charts/predictions/PredictionsPanel';
import { useTurn } from '../charts/useTurn';
import { backendName } from './backendName';
import { Changes } from './Changes';
import { describe } from './describe';
import { Notices } from './Notices';
import { SafeguardsAtWork } from './SafeguardsAtWork';
import './panels.css';

/** The share of growth from which a network counts as exploding, and as vanishing. */
const bounds = { exploding: 100, vanishing: 0.01 } as const;

/** What the newest record means: growth per layer, the first non-finite tensor, the main numbers. */
export function ReadingPanel() {
  const t = useTranslate();
  const { run, index } = useTurn();
  const { history } = run;
  const nonFinite = useApp(({ run }) => run.nonFinite);
  const isPreparing = useApp(({ run }) => run.state === 'preparing');
  return (
    <div className="reading-panel">
      <Notices />
      {nonFinite && (
        <section className="verdict broken" aria-live="polite">
          <h2>{t(readingTexts.notFinite)}</h2>
          <p>
            {t(readingTexts.first, {
              step: nonFinite.step,
              layer: nonFinite.layer,
              tensor: t(tensorTexts[nonFinite.tensor]),
            })}
          </p>
          <p>{t(readingTexts.remedy)}</p>
        </section>
      )}
      {history && index >= 0 ? (
        <>
          <GrowthReading history={history} index={index} />
          <Numbers history={history} index={index} />
        </>
      ) : (
        isPreparing && <p className="quiet">{t(readingTexts.measuring)}</p>
      )}
      <SafeguardsAtWork />
      <PredictionsPanel />
      <Changes />
      <Computing />
    </div>
  );
}

/** What computes, how precisely, and why. */
function Computing() {
  const t = useTranslate();
  const report = useApp(({ run }) => run.backend);
  const numberFormat = useApp(({ run }) => run.began.numberFormat);
  if (!report) return null;
  return (
    <section>
      <h2>{t(readingTexts.computing)}</h2>
      <p className="quiet">
        {t(readingTexts.computedOn, {
          backend: t(backendName(report)),
          precision: t(describe('numberFormat', numberFormat)),
          reason: t(report.reason),
        })}
      </p>
    </section>
  );
}

interface At {
  readonly history: History;
  readonly index: number;
}

function GrowthReading({ history, index }: At) {
  const t = useTranslate();
  const growth = growthAt(history, index);
  if (!growth) return <p className="quiet">{t(readingTexts.shallow)}</p>;
  const { perLayer, total } = growth;
  if (areHiddenGradientsZero(history, index)) {
    return (
      <section className="verdict vanishing">
        <h2>{t(readingTexts.zero)}</h2>
        <p>{t(readingTexts.noGrowth)}</p>
      </section>
    );
  }
  if (!Number.isFinite(perLayer)) return <p className="quiet">{t(readingTexts.noGrowth)}</p>;
  const kind =
    total > bounds.exploding ? 'exploding' : total < bounds.vanishing ? 'vanishing' : 'steady';
  return (
    <section className={`verdict ${kind}`}>
      <h2>{t(readingTexts[kind], { factor: formatFactor(perLayer) })}</h2>
      <p>{t(readingTexts.grew, { last: history.shape.depth - 1, total: formatMeasure(total) })}</p>
    </section>
  );
}

function areHiddenGradientsZero(history: History, index: number): boolean {
  const hidden = Array.from({ length: history.shape.depth - 1 }, (_, offset) => offset + 1);
  return hidden.every((layer) => history.layerAt(index, 'gradH', layer) === 0);
}

function Numbers({ history, index }: At) {
  const t = useTranslate();
  return (
    <section>
      <h2>{t(readingTexts.numbers, { step: history.at(index, 'step') })}</h2>
      <dl className="numbers">
        {rowsOf(history, index, t).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function rowsOf(
  history: History,
  index: number,
  t: Translate,
): readonly (readonly [string, string])[] {
  const { depth } = history.shape;
  const layers = Array.from({ length: depth }, (_, offset) => offset + 1);
  const updates = layers.map((layer) => history.layerAt(index, 'update', layer));
  const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
  const rows: readonly (readonly [string, number, (value: number) => string])[] = [
    [t(readingTexts.loss), history.at(index, 'loss'), formatMeasure],
    [t(readingTexts.validationLoss), latest(history, index, 'validationLoss'), formatMeasure],
    [t(readingTexts.accuracy), history.at(index, 'accuracy'), percent],
    [t(readingTexts.validationAccuracy), latest(history, index, 'validationAccuracy'), percent],
    [t(readingTexts.gradNorm), history.at(index, 'gradNorm'), formatMeasure],
    [
      t(readingTexts.firstLayer),
      depth > 1 ? history.layerAt(index, 'gradH', 1) : absent,
      formatMeasure,
    ],
    [t(readingTexts.largestUpdate), Math.max(...updates), formatMeasure],
  ];
  return rows
    .filter(([, value]) => value !== absent)
    .map(([name, value, write]) => [name, write(value)] as const);
}

/** The last value measured up to a record: validation is not measured at every step. */
function latest(
  history: History,
  from: number,
  measure: 'validationLoss' | 'validationAccuracy',
): number {
  for (let index = from; index >= 0; index--) {
    const value = history.at(index, measure);
    if (value !== absent) return value;
  }
  return absent;
}
