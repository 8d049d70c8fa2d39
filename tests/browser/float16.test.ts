import { beforeAll, describe, expect, it } from 'vitest';
import { float16 } from '../../src/catalog/formats/float16';
import { dynamic } from '../../src/catalog/lossScalings/dynamic';
import { float16 as composed } from '../../src/engine/tfjs/float16';
import { createTrainer } from '../../src/engine/trainer';
import { makeBatch, makeData } from '../../src/experiment/data';
import { experimentOf } from '../../src/experiment/legality';
import type { Experiment } from '../../src/experiment/schema';
import { initialWeights, widthsOf } from '../../src/experiment/weights';
import { createHistory, type History } from '../../src/history/history';
import type { Ops } from '../../src/ops/ops';
import { backends, openForTest } from '../support/backends';
import { at } from '../support/numbers';

/** The browser's own rounding to float16. */
const { f16round } = Math as unknown as { f16round(x: number): number };

/** Every float16, every middle between two, the float32 values beside the middles, and beyond. */
function everyValue(): Float32Array {
  const bits = new DataView(new ArrayBuffer(2)) as DataView & {
    getFloat16(offset: number): number;
  };
  const halves = Array.from({ length: 65536 }, (_, pattern) => {
    bits.setUint16(0, pattern);
    return bits.getFloat16(0);
  });
  const ordered = halves.filter(Number.isFinite).toSorted((a, b) => a - b);
  const middles = ordered.slice(1).map((value, index) => (value + at(ordered, index)) / 2);
  const beside = middles.flatMap((middle) => [next(middle, 1), next(middle, -1)]);
  const beyond = [65519.99, 65520, 65536, 1e10, 3e38].flatMap((value) => [value, -value]);
  return Float32Array.from([...halves, ...middles, ...beside, ...beyond]);
}

/** The float32 value next to another, away from zero or towards it. */
function next(value: number, direction: 1 | -1): number {
  const pattern = new Int32Array(Float32Array.of(value).buffer);
  pattern[0] = (pattern[0] ?? 0) + direction;
  return new Float32Array(pattern.buffer)[0] ?? 0;
}

const small = {
  dataset: 'gaussians',
  samples: 60,
  batchSize: 16,
  depth: 4,
  width: 9,
  gain: 1,
  loss: 'meanSquaredError',
  learningRate: 0.01,
  numberFormat: 'float16',
};

function settingsOf(settings: Readonly<Record<string, unknown>>): Experiment {
  const { experiment, refusals } = experimentOf(settings);
  expect(refusals).toEqual([]);
  return experiment;
}

async function train(ops: Ops, settings: Readonly<Record<string, unknown>>, steps = 0) {
  const trainer = createTrainer(ops, settingsOf(settings));
  const history = createHistory(trainer.shape);
  history.append(await trainer.measure(), trainer.shape);
  for (let step = 0; step < steps && !trainer.nonFinite; step++)
    history.append(await trainer.advance(), trainer.shape);
  trainer.dispose();
  return { history, nonFinite: trainer.nonFinite };
}

const gradients = (history: History, index = 0) =>
  Array.from({ length: history.shape.depth }, (_, layer) => [
    history.layerAt(index, 'gradZ', layer + 1),
    history.layerAt(index, 'gradW', layer + 1),
    history.layerAt(index, 'gradB', layer + 1),
  ]).flat();

type Matrix = readonly (readonly number[])[];

/** The gradient norms of a ReLU network with mean squared error, every signal rounded to float16. */
function reference(experiment: Experiment): readonly number[] {
  const widths = widthsOf(experiment);
  const data = makeData(experiment);
  const batch = makeBatch(experiment, data.training, 0);
  const rows = (values: Float32Array, width: number): Matrix =>
    Array.from({ length: batch.count }, (_, row) => [
      ...values.subarray(row * width, (row + 1) * width),
    ]);
  const rounded = (x: Matrix) => x.map((row) => row.map(f16round));
  const weights = widths.slice(1).map((fanOut, index): Matrix => {
    const fanIn = at(widths, index);
    const values = initialWeights(experiment, index + 1, fanIn, fanOut);
    return Array.from({ length: fanIn }, (_, row) => [
      ...values.subarray(row * fanOut, (row + 1) * fanOut),
    ]);
  });
  const signals = [rounded(rows(batch.features, data.inputs))];
  const sums: Matrix[] = [];
  for (const [index, weight] of weights.entries()) {
    const z = rounded(product(signals.at(-1) as Matrix, weight));
    sums.push(z);
    signals.push(index < weights.length - 1 ? z.map((row) => row.map((x) => Math.max(0, x))) : z);
  }
  const targets = rows(batch.targets, data.outputs);
  const count = batch.count * data.outputs;
  let delta = rounded(
    (signals.at(-1) as Matrix).map((row, i) =>
      row.map((x, j) => (2 / count) * (x - at(targets[i] ?? [], j))),
    ),
  );
  const norms: number[][] = [];
  for (let layer = weights.length; layer >= 1; layer--) {
    const input = signals[layer - 1] as Matrix;
    const biases = transposed(delta).map((column) => f16round(column.reduce((a, b) => a + b)));
    const weightGradient = rounded(product(transposed(input), delta));
    norms.unshift([norm(delta.flat()), norm(weightGradient.flat()), norm(biases)]);
    if (layer === 1) break;
    const passed = rounded(product(delta, transposed(weights[layer - 1] as Matrix)));
    const before = sums[layer - 2] as Matrix;
    delta = passed.map((row, i) => row.map((x, j) => (at(before[i] ?? [], j) > 0 ? x : 0)));
  }
  return norms.flat();
}

const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) =>
    transposed(b).map((column) => row.reduce((sum, x, k) => sum + x * at(column, k), 0)),
  );
const transposed = (x: Matrix): Matrix =>
  (x[0] ?? []).map((_, column) => x.map((row) => at(row, column)));
const norm = (values: readonly number[]) => Math.hypot(...values);

describe.each(backends)('float16 on %s', (backend) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await openForTest(backend);
  });

  it('rounds as the browser does: every value, every middle and its neighbors', async () => {
    const values = everyValue();
    expect(values.length).toBeGreaterThan(250_000);
    const got = await ops.read(float16.round?.(ops, ops.upload(values, [values.length])) as never);
    const wrong = [...values].flatMap((value, index) => {
      const [actual, expected] = [at(got, index), f16round(value)];
      const same = actual === expected || (Number.isNaN(actual) && Number.isNaN(expected));
      return same ? [] : [`${value}: ${actual}, not ${expected}`];
    });
    expect(wrong).toEqual([]);
  });

  it('rounds to the same bits by a kernel as by operations that every backend has', async () => {
    const least = [0, -0, 1e-45, -1e-45, 1.1754942e-38, -1e-39, 2 ** -25, 3 * 2 ** -26];
    const values = Float32Array.from([...everyValue(), ...least]);
    const x = ops.upload(values, [values.length]);
    const byKernel = new Int32Array((await ops.read(ops.float16(x))).slice().buffer);
    const byOperations = new Int32Array((await ops.read(composed(ops, x))).slice().buffer);
    const wrong = [...values].filter(
      (value, index) => !Number.isNaN(value) && byKernel[index] !== byOperations[index],
    );
    expect(wrong).toEqual([]);
  });

  it('computes the gradients of a network whose every signal is rounded', async () => {
    const { history } = await train(ops, small);
    const exact = await train(ops, { ...small, numberFormat: 'float32' });
    const expected = reference(settingsOf(small));
    const [rounded, plain] = [gradients(history), gradients(exact.history)];
    expected.forEach((value, index) => {
      expect(Math.abs(at(rounded, index) / value - 1)).toBeLessThan(3e-5);
    });
    const worst = plain.map((value, index) => Math.abs(value / at(expected, index) - 1));
    expect(Math.max(...worst)).toBeGreaterThan(1e-4);
  });

  it('measures the gradient of the loss itself, whatever the scale', async () => {
    const plain = await train(ops, small);
    const scaled = await train(ops, { ...small, lossScaling: 'static', lossScale: 1024 });
    expect(scaled.history.at(0, 'lossScale')).toBe(1024);
    gradients(scaled.history).forEach((value, index) => {
      expect(Math.abs(value / at(gradients(plain.history), index) - 1)).toBeLessThan(2e-3);
    });
  });

  it('loses a small gradient to underflow, and keeps it with a scaled loss', async () => {
    const tiny = { ...small, gain: 0.02, depth: 5 };
    const lost = await train(ops, tiny);
    const kept = await train(ops, { ...tiny, lossScaling: 'static', lossScale: 2 ** 16 });
    expect(lost.history.layerAt(0, 'gradW', 1)).toBe(0);
    expect(kept.history.layerAt(0, 'gradW', 1)).toBeGreaterThan(0);
  });

  it('overflows where float32 does not', async () => {
    const large = { ...small, gain: 8, depth: 8 };
    const half = await train(ops, large);
    const single = await train(ops, { ...large, numberFormat: 'float32' });
    expect(half.nonFinite?.tensor).toBe('activation');
    expect(single.nonFinite).toBeNull();
  });

  it('halves a dynamic scale until the gradient is finite, dropping the steps until then', async () => {
    const settings = { ...small, gain: 3, lossScaling: 'dynamic', initialLossScale: 2 ** 20 };
    const { history, nonFinite } = await train(ops, settings, 20);
    expect(nonFinite).toBeNull();
    const scales = Array.from({ length: history.length }, (_, index) =>
      history.at(index, 'lossScale'),
    );
    const dropped = scales.findIndex((_, index) => Number.isFinite(history.at(index, 'gradNorm')));
    expect(dropped).toBeGreaterThan(0);
    for (let step = 0; step <= dropped; step++) expect(scales[step]).toBe(2 ** (20 - step));
    expect(history.layerAt(dropped, 'weight', 2)).toBe(history.layerAt(0, 'weight', 2));
    expect(history.layerAt(dropped, 'change', 2)).toBeGreaterThan(0);
  });

  it('doubles a dynamic scale after enough finite steps', async () => {
    const settings = {
      ...small,
      lossScaling: 'dynamic',
      initialLossScale: 8,
      lossScaleInterval: 3,
    };
    const { history } = await train(ops, settings, 7);
    const scales = Array.from({ length: 8 }, (_, index) => history.at(index, 'lossScale'));
    expect(scales).toEqual([8, 8, 8, 16, 16, 16, 32, 32]);
  });

  it('keeps a dynamic scale within its bounds', async () => {
    const settings = { initialLossScale: 1, lossScaleInterval: 1 };
    const broken = ops.equal(ops.fill([], 1), 0);
    const fine = ops.equal(ops.fill([], 1), 1);
    const least = dynamic.follow?.(
      ops,
      ops.upload(Float32Array.of(2 ** -24, 5), [2]),
      broken,
      settings,
    );
    const most = dynamic.follow?.(
      ops,
      ops.upload(Float32Array.of(2 ** 24, 0), [2]),
      fine,
      settings,
    );
    expect([...(await ops.read(least as never))]).toEqual([2 ** -24, 0]);
    expect([...(await ops.read(most as never))]).toEqual([2 ** 24, 0]);
  });
});
