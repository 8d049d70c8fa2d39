import { useRef } from 'react';
import { inspectionReach } from '../../../history/inspection';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { inspect } from '../../../state/run/actions';
import { Formula } from '../../words/Formula';
import { DataTable } from '../card/DataTable';
import { timeTable } from '../overTime/timeTable';
import { SavePicture } from '../picture/SavePicture';
import { weightsSource } from '../source/source';
import { useStateInTurn } from '../source/useStateInTurn';
import { formulaOf, measuredOf, tensorNames } from './formula';
import { Histogram } from './Histogram';
import { sharesOf } from './layerWords';
import { Spectrum } from './Spectrum';
import { figuresTable, histogramTable } from './tables';
import { UpdateRatio, updateTraces } from './UpdateRatio';
import './inspector.css';

/** One layer closely, at the step on screen: its formula with numbers, its tensors, its spectrum. */
export function LayerInspector({ layer }: { readonly layer: number }) {
  const { records, index, baselines, answer } = useStateInTurn(weightsSource);
  const t = useTranslate();
  const card = useRef<HTMLElement>(null);
  if (!records) return null;
  const { history, began, events } = records;
  const { depth } = history.shape;
  const step = history.at(index, 'step');
  const found = answer?.layer === layer ? answer : null;
  const close = found?.found?.layer;
  const isLate = found !== null && found.step !== step;
  const names = tensorNames(began, layer);
  const tensors = close && [
    { name: names.weight, distribution: close.weights },
    { name: `∂L/∂${names.trained}`, distribution: close.gradients },
    { name: names.preactivation, distribution: close.preactivations },
    {
      name: layer === depth ? t(texts.networkOutput) : names.activation,
      distribution: close.activations,
    },
  ];
  const updates = updateTraces({ history, baselines, layer });
  const name = t(layer === depth ? texts.outputLayer : texts.layerNumber, { layer });
  return (
    <section
      ref={card}
      className="chart-card inspector"
      aria-label={t(texts.layerNumber, { layer })}
    >
      <div className="chart-header">
        <h2>{name}</h2>
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
        <Formula tex={formulaOf(began, layer)} />
        <Formula tex={measuredOf(history, index, layer)} />
      </div>
      <p className="chart-note">{sharesOf(history, index, layer, names, t)}</p>
      {close && tensors ? (
        <>
          <div className="inspector-plots" data-picture>
            {tensors.map((tensor) => (
              <Histogram key={tensor.name} title={tensor.name} distribution={tensor.distribution} />
            ))}
            <Spectrum values={close.singularValues} />
            <UpdateRatio {...{ history, index, layer }} traces={updates} events={events} />
          </div>
          <div className="chart-footer">
            <DataTable
              caption={name}
              gather={() => figuresTable(tensors, close.singularValues, t)}
            />
            <DataTable
              caption={t(texts.histograms)}
              label={t(texts.histograms)}
              gather={() => histogramTable(tensors, t)}
            />
            <DataTable
              caption={t(texts.updateOverTime)}
              label={t(texts.updateOverTime)}
              gather={() => timeTable(history, updates, formatMeasure, t)}
            />
            <SavePicture title={name} card={card} />
          </div>
        </>
      ) : (
        <p className="chart-note">
          {t(found && !found.found ? texts.outOfReach : texts.lookingClosely, {
            reach: inspectionReach,
          })}
        </p>
      )}
    </section>
  );
}
