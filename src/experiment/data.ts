import { meanAndVariance } from '../base/meanAndVariance';
import { permutation, randomStream } from '../base/random';
import { rememberLast } from '../base/remembered';
import { datasets } from '../catalog/datasets';
import type { Dataset, Draw, Offer, Samples, Task } from '../catalog/datasets/dataset';
import { entryOf } from '../catalog/entry';
import { data as fields } from './fields/data';
import type { Experiment, Key } from './schema';

/** Features `[samples, inputs]` with targets `[samples, outputs]`, row-major; classes are one-hot. */
export interface Rows {
  readonly count: number;
  readonly features: Float32Array;
  readonly targets: Float32Array;
}

/** What an experiment trains on. */
export interface Data {
  readonly task: Task;
  readonly inputs: number;
  readonly outputs: number;
  /** The classes behind targets that are class numbers; null for any other targets. */
  readonly labels: Labels | null;
  readonly training: Rows;
  readonly validation: Rows;
}

/** Classes whose numbers are real targets. */
export interface Labels {
  readonly count: number;
  /** The class number nearest to a target or an output, whatever became of the targets; possibly out of reach, or NaN. */
  classOf(value: number): number;
}

/** What an experiment's dataset offers: the number of samples is a setting, or that of what was loaded. */
export function offerOf(experiment: Experiment): Offer {
  const { task, inputs, loaded }: Dataset = entryOf(datasets, experiment.dataset);
  return loaded?.(experiment) ?? { task, inputs, samples: experiment.samples };
}

/** Whether an experiment's samples can be drawn: those of a file have to be loaded first. */
export function isDataHere(experiment: Experiment): boolean {
  const { loaded }: Dataset = entryOf(datasets, experiment.dataset);
  return !loaded || loaded(experiment) !== null;
}

/** What an experiment asks of its network: a dataset's own task, or the class number as a real target. */
export function taskOf(experiment: Experiment): Task {
  const { task } = offerOf(experiment);
  return experiment.labels === 'integer' && task.kind === 'classification'
    ? { kind: 'regression', outputs: 1 }
    : task;
}

/** Number of outputs that a task asks of a network. */
export function outputsOf(task: Task): number {
  return task.kind === 'classification' ? task.classes : task.outputs;
}

/** How many of an experiment's samples are trained on, and how many validate. */
export function splitOf(experiment: Experiment): {
  readonly training: number;
  readonly validation: number;
} {
  const { validationSplit } = experiment;
  const { samples } = offerOf(experiment);
  const validation = Math.round(samples * validationSplit);
  return { training: samples - validation, validation };
}

/** Number of samples in a step: `full` and anything above the training set take all of it. */
export function batchSizeOf(experiment: Experiment): number {
  const { training } = splitOf(experiment);
  return experiment.batchSize === 0 ? training : Math.min(experiment.batchSize, training);
}

/** The settings that data depend on; batches only take from them. */
const settings = [
  'seed',
  ...Object.keys(fields).filter((key) => key !== 'batchSize'),
] as readonly Key[];

const remembered = rememberLast<Data>();

/** An experiment's data; the last are remembered, so do not write into them. */
export function makeData(experiment: Experiment): Data {
  const key = JSON.stringify(settings.map((setting) => experiment[setting]));
  return remembered(key, () => drawData(experiment));
}

/** Draws an experiment's data from its own stream and splits it. */
function drawData(experiment: Experiment): Data {
  const dataset: Dataset = entryOf(datasets, experiment.dataset);
  const { inputs, task: offered } = offerOf(experiment);
  const task = taskOf(experiment);
  const split = splitOf(experiment);
  const { samples: count, noise } = experiment;
  const draw: Draw = { samples: count, noise, training: split.training };
  const samples = dataset.draw(randomStream(experiment.seed, 'data', dataset.id), {
    ...experiment,
    ...draw,
  });
  const outputs = outputsOf(task);
  const known = samples.targets.subarray(0, split.training * outputs);
  const { mean, deviation } = centerOf(experiment, known);
  const { targetScale } = experiment;
  const targets =
    task.kind === 'classification'
      ? oneHot(samples.targets, task.classes)
      : samples.targets.map((value) => targetScale * ((value - mean) / deviation));
  const rows = (from: number, count: number): Rows => ({
    count,
    features: slice(samples.features, inputs, from, count),
    targets: slice(targets, outputs, from, count),
  });
  return {
    task,
    inputs,
    outputs,
    labels:
      task.kind === 'regression' && offered.kind === 'classification'
        ? {
            count: offered.classes,
            classOf: (value) => Math.round((value / targetScale) * deviation + mean) + 0,
          }
        : null,
    training: rows(0, split.training),
    validation: rows(split.training, split.validation),
  };
}

/** The rows of one batch. */
export function makeBatch(experiment: Experiment, rows: Rows, step: number): Rows {
  const chosen = batchRows(experiment, step);
  if (chosen.length === rows.count) return rows;
  return {
    count: chosen.length,
    features: pick(rows.features, chosen, rows.count),
    targets: pick(rows.targets, chosen, rows.count),
  };
}

/**
 * Which training rows a step takes. Every epoch has an order of its own; a remainder smaller than a batch
 * waits for the next epoch, so that all batches have one shape. A batch of all rows keeps their order.
 */
export function batchRows(experiment: Experiment, step: number): Int32Array {
  const { training } = splitOf(experiment);
  const count = batchSizeOf(experiment);
  if (count === training) return Int32Array.from({ length: count }, (_, row) => row);
  const perEpoch = stepsPerEpoch(experiment);
  const epoch = Math.floor(step / perEpoch);
  const order = orders(`${experiment.seed}/${epoch}/${training}`, () =>
    permutation(randomStream(experiment.seed, 'batches', epoch), training),
  );
  const start = (step % perEpoch) * count;
  return order.subarray(start, start + count);
}

/** The order of the present epoch. */
const orders = rememberLast<Int32Array>();

/** Steps in which every training sample (but a remainder) is seen once. */
export function stepsPerEpoch(experiment: Experiment): number {
  return Math.max(1, Math.floor(splitOf(experiment).training / batchSizeOf(experiment)));
}

/** Mean and deviation of the known targets where they are standardized; 0 and 1 elsewhere. */
function centerOf({ standardizeTargets }: Experiment, known: Samples['targets']) {
  if (!standardizeTargets) return { mean: 0, deviation: 1 };
  const { mean, variance } = meanAndVariance(known);
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function oneHot(classes: Samples['targets'], count: number): Float32Array {
  const rows = new Float32Array(classes.length * count);
  classes.forEach((index, row) => {
    rows[row * count + index] = 1;
  });
  return rows;
}

function slice(values: Float32Array, width: number, from: number, count: number): Float32Array {
  return values.slice(from * width, (from + count) * width);
}

function pick(values: Float32Array, chosen: Int32Array, count: number): Float32Array {
  const width = values.length / count;
  const rows = new Float32Array(chosen.length * width);
  chosen.forEach((row, position) => {
    rows.set(values.subarray(row * width, (row + 1) * width), position * width);
  });
  return rows;
}
