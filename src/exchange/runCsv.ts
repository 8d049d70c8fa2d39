import { csvOf } from '../base/csv';
import type { History } from '../history/history';
import { absent, type LayerMeasure, type StepMeasure } from '../history/measures';
import { loggable } from '../log/entries';

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
const ofLayer = [...loggable, 'dead', 'saturated'] as const satisfies readonly LayerMeasure[];

/** A run as CSV, one row per step and layer; layer 0 is the input. */
export function runCsv(history: History): string {
  return csvOf(rowsOf(history));
}

function* rowsOf(history: History): Generator<readonly (string | number)[]> {
  yield ['step', 'layer', ...ofStep, ...ofLayer];
  for (let index = 0; index < history.length; index++) {
    const shared = ofStep.map((measure) => cell(history.at(index, measure)));
    for (let layer = 0; layer <= history.shape.depth; layer++) {
      const own = ofLayer.map((measure) => cell(history.layerAt(index, measure, layer)));
      yield [history.at(index, 'step'), layer, ...shared, ...own];
    }
  }
}

/** A number as a cell; empty where nothing was measured. Nothing measured is negative, so none begins with a sign. */
function cell(value: number): string {
  if (value === absent) return '';
  if (Number.isNaN(value)) return 'nan';
  return value === Infinity ? 'inf' : String(value);
}
