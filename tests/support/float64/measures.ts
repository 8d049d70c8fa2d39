import type { Experiment } from '../../../src/experiment/schema';
import type { LayerMeasure, StepMeasure } from '../../../src/history/measures';
import {
  emptyRecord,
  layerColumn,
  type RecordShape,
  stepColumn,
} from '../../../src/history/record';
import { type Layer, normOf } from './layers';
import type { Stages } from './pipeline';
import { type Arithmetic, type Matrix, mapped, type Variable } from './tape';
import type { PartPass } from './training';

/** Everything of a step that is measured. */
export interface Computed {
  readonly step: number;
  readonly parameters: readonly Layer[];
  readonly parts: readonly PartPass[];
  readonly lossScale: number;
  readonly penalty: number;
  readonly raw: readonly Layer[];
  readonly stages: Stages;
  readonly optimized: readonly Layer[];
  readonly adjusted: Stages;
  readonly learningRate: number;
}

/** A step's record; measures that jump where a sign does (accuracy, dead, saturated, slope) stay absent. */
export function recordOf(
  experiment: Experiment,
  shape: RecordShape,
  round: Arithmetic,
  computed: Computed,
): Float64Array {
  const record = emptyRecord(shape);
  const put = (measure: StepMeasure, value: number) => {
    const column = stepColumn(shape, measure);
    if (column >= 0) record[column] = value;
  };
  const putLayers = (measure: LayerMeasure, first: number, values: readonly number[]) =>
    values.forEach((value, at) => {
      const column = layerColumn(shape, measure, first + at);
      if (column >= 0) record[column] = value;
    });
  const { parts, parameters, raw, stages, optimized, adjusted } = computed;
  put('step', computed.step);
  put(
    'loss',
    parts.reduce((sum, { loss }) => sum + loss / parts.length, 0),
  );
  if (experiment.l1 || experiment.l2) put('penalty', computed.penalty);
  put('learningRate', computed.learningRate);
  put('lossScale', computed.lossScale);
  for (const [measure, first, values] of signals(experiment, round, computed)) {
    putLayers(measure, first, values);
  }
  putLayers('gradW', 1, weights(raw));
  raw.forEach(({ bias }, at) => {
    if (bias) putLayers('gradB', at + 1, [normOf(bias)]);
  });
  putLayers('gradTheta', 1, whole(raw));
  put('gradNorm', Math.hypot(...whole(raw)));
  const processed = stages.at(-1)?.[1] ?? raw;
  putLayers('processedW', 1, weights(processed));
  putLayers('maxProcessed', 1, processed.map(largestOf));
  putLayers('weight', 1, weights(parameters));
  const changes = whole(adjusted.at(-1)?.[1] ?? optimized);
  putLayers('change', 1, changes);
  whole(parameters).forEach((size, at) => {
    if (size !== 0) putLayers('update', at + 1, [(changes[at] ?? 0) / size]);
  });
  for (const [id, result] of [...stages, ['optimizer', optimized] as const, ...adjusted]) {
    putLayers(`after:${id}`, 1, whole(result));
    put(`after:${id}`, Math.hypot(...whole(result)));
  }
  return record;
}

type Reading = readonly [measure: LayerMeasure, first: number, values: readonly number[]];

function signals(
  { residual }: Experiment,
  round: Arithmetic,
  { parts, lossScale }: Computed,
): readonly Reading[] {
  const [first] = parts;
  if (!first) return [];
  const every = (pick: (part: PartPass) => readonly Variable[], of: (x: Variable) => Matrix) =>
    pick(first).map((_, at) =>
      normOf(...parts.flatMap((part) => (pick(part)[at] ? [of(pick(part)[at] as Variable)] : []))),
    );
  const factor = 1 / (parts.length * lossScale);
  const gradients = (pick: (part: PartPass) => readonly Variable[]) =>
    every(pick, ({ gradient }) => mapped(gradient, round)).map((norm) => norm * factor);
  const output = (part: PartPass) => part.preactivations.slice(-1);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const rms = every(
    (part) => [part.input, ...part.signals.slice(1), ...output(part)],
    ({ value }) => value,
  );
  const widths = [...first.signals, ...output(first)].map(({ value }) => value.columns);
  return [
    ['actRms', 0, rms.map((norm, at) => norm / Math.sqrt(rows * (widths[at] ?? 1)))],
    ['gradH', 0, gradients((part) => part.signals)],
    ['gradZ', 1, gradients((part) => part.preactivations)],
    ...(residual === 'none'
      ? []
      : [['gradBranch', 1, gradients((part) => part.throughWeights.slice(0, -1))] as const]),
  ];
}

function whole(layers: readonly Layer[]): readonly number[] {
  return layers.map((layer) => normOf(...Object.values(layer)));
}

function largestOf(layer: Layer): number {
  return Math.max(...Object.values(layer).flatMap(({ values }) => [...values].map(Math.abs)));
}

function weights(layers: readonly Layer[]): readonly number[] {
  return layers.map(({ weight }) => normOf(weight));
}
