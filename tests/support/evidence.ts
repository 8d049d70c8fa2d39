import type { Evidence } from '../../src/diagnosis/finding';
import { amend, experimentOf } from '../../src/experiment/legality';
import { createHistory } from '../../src/history/history';
import type { LayerMeasure, NonFinite, StepMeasure } from '../../src/history/measures';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';

type Settings = Readonly<Record<string, unknown>>;

/** What a synthetic record holds; a list is by layer from 1 on, a number stands for every layer. */
export interface Given {
  readonly step?: Steps;
  readonly layers?: Layers | undefined;
}

type Steps = { readonly [Measure in StepMeasure]?: number };
type Layers = { readonly [Measure in LayerMeasure]?: number | readonly number[] };

/** A record with what it stands in. */
export interface Case extends Given {
  readonly settings?: Settings;
  /** Settings changed after the record looked at. */
  readonly since?: Settings;
  /** Records before the one looked at, oldest first. */
  readonly before?: readonly Given[];
  readonly nonFinite?: NonFinite;
  readonly stages?: readonly string[];
}

const depth = 10;
const steady: Settings = { depth, gain: 1, learningRate: 0.01 };
const sound: { readonly step: Steps; readonly layers: Layers } = {
  step: { loss: 1, accuracy: 0.5, gradNorm: 1, learningRate: 0.01, lossScale: 1 },
  layers: {
    gradH: 1,
    gradZ: 1,
    gradW: 1,
    gradB: 0.1,
    gradTheta: 1,
    processedW: 1,
    maxProcessed: 0.1,
    weight: 8,
    change: 0.008,
    update: 1e-3,
    actRms: 1,
    dead: 0.1,
    maxGradH: 0.1,
    slope: 0.5,
    'after:optimizer': 0.008,
  },
};

/** A value for each layer, changing by a factor from layer to layer. */
export const along = (first: number, factor: number, layers = depth) =>
  Array.from({ length: layers }, (_, index) => first * factor ** index);

/** One value at a layer, another everywhere else. */
export const where = (layer: number, value: number, rest: number) =>
  Array.from({ length: depth }, (_, index) => (index + 1 === layer ? value : rest));

function rowOf(shape: ReturnType<typeof recordShape>, given: Given, step: number): Float64Array {
  const row = emptyRecord(shape);
  const layers: Layers = { ...sound.layers, ...given.layers };
  for (const [measure, values] of Object.entries(layers)) {
    for (let layer = 1; layer <= shape.depth; layer++) {
      const value = typeof values === 'number' ? values : values?.[layer - 1];
      const column = layerColumn(shape, measure as LayerMeasure, layer);
      if (column >= 0 && value !== undefined) row[column] = value;
    }
  }
  const steps: Steps = { ...sound.step, ...given.step };
  for (const [measure, value] of Object.entries(steps)) {
    const column = stepColumn(shape, measure as StepMeasure);
    if (column >= 0 && value !== undefined) row[column] = value;
  }
  row[stepColumn(shape, 'step')] = step;
  return row;
}

/** The evidence of a case, whose settings must be legal as they stand. */
export function evidenceFor(given: Case): Evidence {
  const { experiment, refusals } = experimentOf({ ...steady, ...given.settings });
  const now = amend(experiment, given.since ?? {});
  if (refusals.length + now.refusals.length > 0)
    throw new RangeError('The settings of a case are legal.');
  const shape = recordShape(experiment.depth, given.stages ?? ['optimizer']);
  const history = createHistory(shape);
  const records = [...(given.before ?? []), given];
  for (const [step, record] of records.entries()) history.append(rowOf(shape, record, step));
  const index = records.length - 1;
  return {
    experiment,
    current: now.experiment,
    history,
    index,
    nonFinite: given.nonFinite ?? null,
  };
}
