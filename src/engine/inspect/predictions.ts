import { at, present } from '../../base/at';
import { exp } from '../../base/elementary/exponential';
import type { Data, Rows } from '../../experiment/data';
import type { Predictions } from '../../history/inspection';
import type { Ops } from '../../ops/ops';
import { byLayer } from '../layout';
import { evaluate } from '../network';
import type { Plan } from '../plan';
import type { Weights } from '../weights';

/** Cells of the plane in each direction, points of a curve, and most rows that a confusion counts. */
const columns = 48;
const points = 200;
const mostRows = 1000;

/** Share of the data's extent that is shown beyond it on every side. */
const margin = 0.12;

/** Evaluates a network where its data can be looked at; null where there is no form for it. */
export async function predict(
  ops: Ops,
  plan: Plan,
  weights: Weights,
  data: Data,
): Promise<Predictions | null> {
  const outputs = (features: Float32Array) => outputsAt(ops, plan, weights, data.inputs, features);
  if (data.inputs === 2) return plane(data, outputs);
  if (data.inputs === 1 && data.outputs === 1) return curve(data, outputs);
  const { task, labels } = data;
  if (task.kind === 'classification') return confusion(data, task.classes, largestOf, outputs);
  if (!labels) return null;
  const classOf = (values: Float32Array) => labels.classOf(at(values, 0, 'output'));
  return confusion(data, labels.count, classOf, outputs);
}

type Evaluate = (features: Float32Array) => Promise<Float32Array>;

async function outputsAt(
  ops: Ops,
  plan: Plan,
  weights: Weights,
  inputs: number,
  features: Float32Array,
): Promise<Float32Array> {
  const output = ops.tidy(() => {
    const layers = byLayer(ops, plan.layout, weights.parameters);
    const rows = ops.upload(features, [features.length / inputs, inputs]);
    return evaluate(ops, plan, layers, weights.running, rows);
  });
  const values = await ops.read(output);
  ops.dispose(output);
  return values;
}

async function plane(data: Data, outputs: Evaluate): Promise<Predictions> {
  const bounds = { x: extentOf(data, 0), y: extentOf(data, 1) };
  const centerOf = ([low, high]: readonly [number, number], cell: number) =>
    low + ((cell + 0.5) / columns) * (high - low);
  const features = new Float32Array(2 * columns * columns);
  for (let cell = 0; cell < columns * columns; cell++) {
    features[2 * cell] = centerOf(bounds.x, cell % columns);
    features[2 * cell + 1] = centerOf(bounds.y, Math.floor(cell / columns));
  }
  const found = await outputs(features);
  const isClassified = data.task.kind === 'classification';
  const cells = Array.from({ length: columns * columns }, (_, cell) =>
    found.subarray(cell * data.outputs, (cell + 1) * data.outputs),
  );
  return {
    kind: 'plane',
    bounds,
    columns,
    rows: columns,
    values: Float32Array.from(cells, (cell) =>
      isClassified ? largestOf(cell) : at(cell, 0, 'output'),
    ),
    confidence: Float32Array.from(cells, (cell) => (isClassified ? softmaxOfLargest(cell) : 1)),
  };
}

async function curve(data: Data, outputs: Evaluate): Promise<Predictions> {
  const [low, high] = extentOf(data, 0);
  const x = Float32Array.from(
    { length: points },
    (_, index) => low + (index / (points - 1)) * (high - low),
  );
  return { kind: 'curve', x, y: await outputs(x) };
}

/** Counts samples by their class and the one that the network says; NaN says none, a number out of reach the nearest. */
async function confusion(
  data: Data,
  classes: number,
  classOf: (values: Float32Array) => number,
  outputs: Evaluate,
): Promise<Predictions> {
  const within = (found: number) => Math.max(0, Math.min(classes - 1, found));
  const count = async (rows: Rows) => {
    const counts = new Uint32Array(classes * classes);
    const shown = Math.min(rows.count, mostRows);
    if (shown === 0) return counts;
    const found = await outputs(rows.features.subarray(0, shown * data.inputs));
    for (let row = 0; row < shown; row++) {
      const [from, to] = [row * data.outputs, (row + 1) * data.outputs];
      const truth = classOf(rows.targets.subarray(from, to));
      const guess = classOf(found.subarray(from, to));
      const cell = truth * classes + within(guess);
      if (!Number.isNaN(guess)) counts[cell] = at(counts, cell, 'cell of the confusion') + 1;
    }
    return counts;
  };
  return {
    kind: 'confusion',
    classes,
    training: await count(data.training),
    validation: await count(data.validation),
  };
}

/** The extent of a feature over all samples, with a margin. */
function extentOf({ inputs, training, validation }: Data, feature: number): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const { features, count } of [training, validation]) {
    for (let row = 0; row < count; row++) {
      const value = present(features[row * inputs + feature], row, 'row');
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const beyond = margin * (high - low || 1);
  return [low - beyond, high + beyond];
}

/** Index of the first largest output; NaN where one is NaN. */
function largestOf(outputs: Float32Array): number {
  return outputs.some(Number.isNaN) ? Number.NaN : outputs.indexOf(Math.max(...outputs));
}

function softmaxOfLargest(outputs: Float32Array): number {
  const largest = Math.max(...outputs);
  return 1 / outputs.reduce((sum, output) => sum + exp(output - largest), 0);
}
