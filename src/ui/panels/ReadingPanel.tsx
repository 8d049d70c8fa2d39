import { lazy } from 'react';
import { layersUpTo } from '../../base/layers';
import type { Experiment } from '../../experiment/schema';
import type { History } from '../../history/history';
import { absent } from '../../history/measures';
import { newestOf } from '../../history/newest';
import { sayBackendReason } from '../../i18n/backend';
import { formatFactor, formatMeasure, formatPercent } from '../../i18n/numbers';
import { pageTexts } from '../../i18n/page';
import { readingTexts } from '../../i18n/reading';
import { caveatTexts, noTheoryTexts } from '../../i18n/theory';
import { type Translate, useTranslate } from '../../i18n/translate';
import type { WordId } from '../../learn/glossary/ids';
import { useApp } from '../../state/hooks';
import type { Recording, Records } from '../../state/store/run';
import { runSource } from '../charts/source/source';
import { useStateInTurn } from '../charts/source/useStateInTurn';
import { ErrorBoundary } from '../layout/ErrorBoundary';
import { LoadedPart } from '../layout/LoadedPart';
import { StagedChildren } from '../layout/StagedChildren';
import { WordHelp } from '../words/WordHelp';
import { backendName } from './backendName';
import { Changes } from './Changes';
import { Companions } from './Companions';
import { Comparison } from './Comparison';
import { DiagnosisPanel } from './DiagnosisPanel';
import { describe } from './describe';
import { Notices } from './Notices';
import { SafeguardsAtWork } from './SafeguardsAtWork';
import { ScenarioPanel } from './ScenarioPanel';
import { SteadyHeight } from './SteadyHeight';
import './panels.css';

/** What the network predicts comes with the worker's first answer, and with the charts. */
const PredictionsPanel = lazy(() =>
  import('../charts').then((module) => ({ default: module.PredictionsPanel })),
);

interface ReadingPanelProps {
  /** Whether the window has room for three columns; else the scenario stands above the charts. */
  readonly isWide: boolean;
}

/** What the step on screen means: the diagnosis, what was learned, the main numbers, what is at work. */
export function ReadingPanel({ isWide }: ReadingPanelProps) {
  const t = useTranslate();
  const { records, index } = useStateInTurn(runSource, { isFirst: true });
  const isPreparing = useApp(({ run }) => run.state === 'preparing');
  return (
    <div className="reading-panel">
      <ErrorBoundary>
        <Notices />
      </ErrorBoundary>
      {isWide && (
        <ErrorBoundary>
          <ScenarioPanel />
        </ErrorBoundary>
      )}
      {records && (
        <StagedChildren kind="reading">
          {[
            <DiagnosisPanel key="diagnosis" />,
            <SteadyHeight key="predictions">
              <LoadedPart>
                <PredictionsPanel />
              </LoadedPart>
            </SteadyHeight>,
            <Theory key="theory" theory={records.theory} />,
            <Numbers key="numbers" records={records} index={index} />,
            <Companions key="companions" />,
            <Comparison key="comparison" />,
            <SafeguardsAtWork key="safeguards" />,
            <Changes key="changes" />,
            <Computing key="computing" format={records.began.numberFormat} />,
          ].map((part) => (
            <ErrorBoundary key={part.key}>{part}</ErrorBoundary>
          ))}
        </StagedChildren>
      )}
      {!records && isPreparing && <p className="quiet">{t(readingTexts.measuring)}</p>}
    </div>
  );
}

/** What theory says of the network at initialization, with its limits. */
function Theory({ theory }: Pick<Recording, 'theory'>) {
  const t = useTranslate();
  const prediction = theory().gradients;
  if ('reason' in prediction) {
    return (
      <p className="quiet">
        {t(readingTexts.noTheory, { reason: t(noTheoryTexts[prediction.reason]) })}
      </p>
    );
  }
  return (
    <p className="quiet">
      {t(prediction.fromSlopes ? readingTexts.theoryFromSlopes : readingTexts.theory, {
        factor: formatFactor(prediction.growth),
      })}{' '}
      {prediction.caveat && t(caveatTexts[prediction.caveat])}
    </p>
  );
}

/** What computes, how precisely, and why. */
function Computing({ format }: { readonly format: Experiment['numberFormat'] }) {
  const t = useTranslate();
  const report = useApp(({ run }) => run.backend);
  if (!report) return null;
  return (
    <section>
      <h2>{t(readingTexts.computing)}</h2>
      <p className="quiet backend">
        {t(readingTexts.computedOn, {
          backend: t(backendName(report)),
          precision: t(describe('numberFormat', format)),
          reason: sayBackendReason(report.reason, t),
        })}
      </p>
    </section>
  );
}

interface At {
  readonly records: Records;
  readonly index: number;
}

function Numbers({ records: { history, nonFinite }, index }: At) {
  const t = useTranslate();
  return (
    <section>
      <h2>
        {t(readingTexts.numbers, { step: history.at(index, 'step') })}
        {nonFinite && (
          <small className="lost-mark"> · {t(pageTexts.lostFrom, { step: nonFinite.step })}</small>
        )}
      </h2>
      <dl className="numbers">
        {rowsOf(history, index, t).map(([name, value, word]) => (
          <div key={name}>
            <dt>
              {name} <WordHelp word={word} about={name} />
            </dt>
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
): readonly (readonly [string, string, WordId])[] {
  const { depth } = history.shape;
  const layers = layersUpTo(depth);
  const updates = layers.map((layer) => history.layerAt(index, 'update', layer));
  const rows: readonly (readonly [string, number, (value: number) => string, WordId])[] = [
    [t(readingTexts.loss), history.at(index, 'loss'), formatMeasure, 'loss'],
    [
      t(readingTexts.validationLoss),
      newestOf(history, 'validationLoss', index),
      formatMeasure,
      'loss',
    ],
    [t(readingTexts.accuracy), history.at(index, 'accuracy'), formatPercent, 'accuracy'],
    [
      t(readingTexts.validationAccuracy),
      newestOf(history, 'validationAccuracy', index),
      formatPercent,
      'accuracy',
    ],
    [t(readingTexts.gradNorm), history.at(index, 'gradNorm'), formatMeasure, 'gradientNorm'],
    [
      t(readingTexts.firstLayer),
      depth > 1 ? history.layerAt(index, 'gradH', 1) : absent,
      formatMeasure,
      'growthPerLayer',
    ],
    [t(readingTexts.largestUpdate), Math.max(...updates), formatMeasure, 'updateRatio'],
  ];
  return rows
    .filter(([, value]) => value !== absent)
    .map(([name, value, write, word]) => [name, write(value), word] as const);
}
