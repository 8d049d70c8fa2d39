import { useRef } from 'react';
import type { History } from '../../../history/history';
import type { Distribution, LayerInspection } from '../../../history/inspection';
import { absent, type LayerMeasure } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatMeasure } from '../../../i18n/numbers';
import { type Translate, useTranslate } from '../../../i18n/translate';
import { inspect } from '../../../state/actions';
import { Formula } from '../../words/Formula';
import { answerOf } from '../answer';
import { DataTable, type Table } from '../DataTable';
import { SavePicture } from '../SavePicture';
import { useTurn } from '../useTurn';
import { formulaOf, measuredOf, subscript } from './formula';
import { Histogram } from './Histogram';
import { Spectrum } from './Spectrum';
import { UpdateRatio } from './UpdateRatio';
import './inspector.css';

/** One layer closely, at the step on screen: its formula with numbers, its tensors, its spectrum. */
export function LayerInspector({ layer }: { readonly layer: number }) {
  const { run, index, baselines } = useTurn();
  const t = useTranslate();
  const card = useRef<HTMLElement>(null);
  const { history } = run;
  if (!history?.length) return null;
  const { depth } = history.shape;
  const step = history.at(index, 'step');
  const answer = answerOf(run);
  const found = answer?.layer === layer ? answer : null;
  const close = found?.found?.layer;
  const isLate = found !== null && found.step !== step;
  return (
    <section
      ref={card}
      className="chart-card inspector"
      aria-label={t(texts.layerNumber, { layer })}
    >
      <div className="chart-header">
        <h2>{t(layer === depth ? texts.outputLayer : texts.layerNumber, { layer })}</h2>
        <small>
          {t(texts.stepNumber, { step: formatCount(step) })}
          {isLate && ` · ${t(texts.weightsOf, { step: formatCount(found.step) })}`}
        </small>
        <span className="inspector-buttons">
          <button
            type="button"
            className="button square"
            aria-label={t(texts.layerBefore)}
            disabled={layer === 1}
            onClick={() => inspect(layer - 1)}
          >
            ‹
          </button>
          <button
            type="button"
            className="button square"
            aria-label={t(texts.layerAfter)}
            disabled={layer === depth}
            onClick={() => inspect(layer + 1)}
          >
            ›
          </button>
          <button type="button" className="button" onClick={() => inspect(null)}>
            {t(texts.closeInspector)}
          </button>
        </span>
      </div>
      <div className="inspector-formula">
        <Formula tex={formulaOf(run.began, layer)} />
        <Formula tex={measuredOf(history, index, layer)} />
      </div>
      <p className="chart-note">{sharesOf(history, index, layer, t)}</p>
      {close ? (
        <div className="inspector-plots" data-picture>
          <Histogram title={`W${subscript(layer)}`} distribution={close.weights} />
          <Histogram title={`∂L/∂W${subscript(layer)}`} distribution={close.gradients} />
          <Histogram title={`z${subscript(layer)}`} distribution={close.preactivations} />
          <Histogram
            title={layer === depth ? t(texts.networkOutput) : `h${subscript(layer)}`}
            distribution={close.activations}
          />
          <Spectrum values={close.singularValues} />
          <UpdateRatio {...{ history, index, layer, baselines }} events={run.events} />
        </div>
      ) : (
        <p className="chart-note">
          {t(found && !found.found ? texts.outOfReach : texts.lookingClosely)}
        </p>
      )}
      {close && (
        <div className="chart-footer">
          <DataTable caption={t(texts.layerNumber, { layer })} gather={() => tableOf(close, t)} />
          <SavePicture title={t(texts.layerNumber, { layer })} card={card} />
        </div>
      )}
    </section>
  );
}

/** The figures of the layer's tensors, and its singular values. */
function tableOf(inspection: LayerInspection, t: Translate): Table {
  const { layer, weights, gradients, preactivations, activations, singularValues } = inspection;
  const at = subscript(layer);
  const row = (name: string, found: Distribution) => [
    name,
    ...[found.min, found.max, found.mean, found.deviation].map(formatMeasure),
    formatCount(found.zeros),
    formatCount(found.nonFinite),
  ];
  const sigma = Array.from(singularValues ?? [], (value, index) => [
    `σ${subscript(index + 1)}`,
    formatMeasure(value),
    ...Array.from({ length: 5 }, () => ''),
  ]);
  return {
    columns: [
      t(texts.tensor),
      t(texts.smallest),
      t(texts.largestValue),
      t(texts.meanValue),
      t(texts.deviation),
      t(texts.zeros),
      t(texts.notFinite),
    ],
    rows: [
      row(`W${at}`, weights),
      row(`∂L/∂W${at}`, gradients),
      row(`z${at}`, preactivations),
      row(`h${at}`, activations),
      ...sigma,
    ],
  };
}

/** What else is measured of the layer at every step. */
function sharesOf(history: History, index: number, layer: number, t: Translate): string {
  const at = (measure: LayerMeasure) => history.layerAt(index, measure, layer);
  const share = (value: number) => `${(100 * value).toFixed(0)} %`;
  const parts: readonly (readonly [string, number, (value: number) => string])[] = [
    ['‖W‖', at('weight'), formatMeasure],
    [t(texts.slope), at('slope'), formatMeasure],
    ['RMS(h)', at('actRms'), formatMeasure],
    [t(texts.dead), at('dead'), share],
    [t(texts.saturated), at('saturated'), share],
  ];
  return parts
    .filter(([, value]) => value !== absent)
    .map(([name, value, write]) => `${name} ${write(value)}`)
    .join(' · ');
}
