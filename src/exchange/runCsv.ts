import type { History } from '../history/history';
import { absent, type LayerMeasure, type StepMeasure } from '../history/measures';

/** Columns that a whole step has; they stand in each of its rows. */
const ofStep = [
  'loss',
  'validationLoss',
  'accuracy',
  'validationAccuracy',
  'gradNorm',
  'learningRate',
] as const satisfies readonly StepMeasure[];

/** Columns that every layer has. */
const ofLayer = [
  'gradH',
  'gradZ',
  'gradW',
  'gradB',
  'weight',
  'update',
  'actRms',
  'dead',
  'saturated',
] as const satisfies readonly LayerMeasure[];

/** A run as CSV (RFC 4180), one row per step and layer; layer 0 is the input. */
export function runCsv(history: History): string {
  const lines = [['step', 'layer', ...ofStep, ...ofLayer].join(',')];
  for (let index = 0; index < history.length; index++) {
    const shared = ofStep.map((measure) => cell(history.at(index, measure)));
    for (let layer = 0; layer <= history.shape.depth; layer++) {
      const own = ofLayer.map((measure) => cell(history.layerAt(index, measure, layer)));
      lines.push([history.at(index, 'step'), layer, ...shared, ...own].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A number as a cell; empty where nothing was measured. Nothing measured is negative, so none begins with a sign. */
function cell(value: number): string {
  if (value === absent) return '';
  if (Number.isNaN(value)) return 'nan';
  return value === Infinity ? 'inf' : String(value);
}
