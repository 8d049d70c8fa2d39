import { beforeAll, describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/engine/trainer';
import { experimentOf } from '../../src/experiment/legality';
import type { Experiment } from '../../src/experiment/schema';
import { initialWeights } from '../../src/experiment/weights';
import { createHistory } from '../../src/history/history';
import { type Distribution, distributionOf } from '../../src/history/inspection';
import type { Ops } from '../../src/ops/ops';
import { backends, openForTest } from '../support/backends';

const settings = {
  dataset: 'twoSpirals',
  samples: 60,
  batchSize: 12,
  depth: 5,
  width: 8,
  gain: 1.1,
  activation: 'tanh',
  normalization: 'batch',
  optimizer: 'adam',
  learningRate: 0.01,
};

function settingsOf(changes: Readonly<Record<string, unknown>>): Experiment {
  const { experiment, refusals } = experimentOf({ ...settings, ...changes });
  expect(refusals).toEqual([]);
  return experiment;
}

const norm = ({ count, mean, deviation }: Distribution) =>
  Math.sqrt(count * (mean ** 2 + deviation ** 2));

describe.each(backends)('a step that has passed, on %s', (backend) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await openForTest(backend);
  });

  it('is computed again exactly, through live changes', async () => {
    const trainer = createTrainer(ops, settingsOf({}));
    const history = createHistory(trainer.shape);
    const seen = new Map<number, unknown>();
    const record = (row: Float64Array) => history.append(row, trainer.shape);
    record(await trainer.measure());
    for (let step = 1; step <= 34; step++) {
      record(await trainer.advance());
      if (step === 13)
        record(await trainer.measure(settingsOf({ clipByGlobalNorm: true, clipNorm: 0.1 })));
      if (step === 22)
        record(await trainer.measure(settingsOf({ learningRate: 0.05, warmUp: true })));
      if ([3, 10, 17, 23, 29].includes(step)) seen.set(step, await trainer.inspect(step, 3));
    }
    const tensors = ops.tensorCount();
    for (const [step, before] of seen) {
      const again = await trainer.inspect(step, 3);
      expect(again).toEqual(before);
      const gradient = history.layerAt(step, 'gradW', 3);
      expect(Math.abs(norm(again?.layer?.gradients as Distribution) / gradient - 1)).toBeLessThan(
        1e-4,
      );
    }
    expect(ops.tensorCount()).toBe(tensors);
    trainer.dispose();
  });

  it('is a checkpoint from which another trainer goes on exactly', async () => {
    const shallow = { depth: 3 };
    const changed = settingsOf({ ...shallow, clipByGlobalNorm: true, clipNorm: 0.1 });
    const trainer = createTrainer(ops, settingsOf(shallow));
    await trainer.measure();
    await trainer.advanceBy(13);
    await trainer.measure(changed);
    while (trainer.step < 240) await trainer.advanceBy(10);
    const from = await trainer.checkpoint();
    expect(from.step).toBeLessThanOrEqual(50);
    expect(from.step).toBeGreaterThan(13);
    const { step } = trainer;
    const expected = await trainer.advance();
    trainer.dispose();
    const next = createTrainer(ops, changed, { from });
    await next.measure();
    while (next.step < step) await next.advanceBy(Math.min(10, step - next.step));
    expect(await next.advance()).toEqual(expected);
    expect(await next.inspect(step - 190, 2)).not.toBeNull();
    next.dispose();
  }, 120_000);

  it('is known at least 200 steps back, and not before', async () => {
    const trainer = createTrainer(ops, settingsOf({ depth: 2, normalization: 'none' }));
    await trainer.measure();
    for (let step = 1; step <= 450; step++) await trainer.advance();
    expect(await trainer.inspect(250, null)).not.toBeNull();
    expect(await trainer.inspect(100, null)).toBeNull();
    expect(await trainer.inspect(451, null)).toBeNull();
    trainer.dispose();
  }, 60_000);

  it('shows the weights as they were drawn at step 0, and their singular values', async () => {
    const experiment = settingsOf({ normalization: 'none', depth: 3 });
    const trainer = createTrainer(ops, experiment);
    await trainer.measure();
    const { layer } = (await trainer.inspect(0, 2)) ?? {};
    const drawn = initialWeights(experiment, 2, 8, 8);
    expect(layer?.weights).toEqual(distributionOf(drawn));
    const frobenius = Math.hypot(...drawn);
    expect(Math.hypot(...(layer?.singularValues ?? []))).toBeCloseTo(frobenius, 5);
    trainer.dispose();
  });

  it('tells the norms of the weight that multiplies the signal, in every layer', async () => {
    for (const normalization of ['none', 'weight']) {
      const trainer = createTrainer(
        ops,
        settingsOf({ normalization, activation: 'relu', depth: 4 }),
      );
      await trainer.measure();
      const tensors = ops.tensorCount();
      const { norms } = (await trainer.inspect(0, null, true)) ?? {};
      expect(ops.tensorCount()).toBe(tensors);
      expect(norms).toHaveLength(4);
      for (const layer of [1, 2, 3, 4]) {
        const { layer: found } = (await trainer.inspect(0, layer)) ?? {};
        const { spectral, frobenius } = norms?.[layer - 1] ?? { spectral: 0, frobenius: 0 };
        expect(spectral / (found?.singularValues?.[0] ?? 0)).toBeCloseTo(1, 5);
        expect(frobenius / Math.hypot(...(found?.singularValues ?? []))).toBeCloseTo(1, 5);
      }
      if (normalization === 'weight')
        expect(norms?.[1]?.frobenius).toBeCloseTo(Math.SQRT2 * Math.sqrt(8), 5);
      trainer.dispose();
    }
  });

  it('counts integer labels by the class number nearest to the output', async () => {
    const digits = { dataset: 'digits', labels: 'integer', loss: 'meanSquaredError' };
    const trainer = createTrainer(ops, settingsOf({ ...digits, depth: 3, targetScale: 3 }));
    await trainer.measure();
    for (let step = 0; step < 200; step++) await trainer.advance();
    const found = (await trainer.inspect(200, null))?.predictions;
    if (found?.kind !== 'confusion') throw new Error('no confusion matrix');
    expect(found.classes).toBe(10);
    const total = found.training.reduce((sum, count) => sum + count);
    const near = found.training.filter(
      (_, cell) => Math.abs(Math.floor(cell / 10) - (cell % 10)) <= 1,
    );
    expect(total).toBe(48);
    expect(near.reduce((sum, count) => sum + count)).toBeGreaterThan(0.6 * total);
    trainer.dispose();
  }, 60_000);

  it('predicts in the form that suits the data', async () => {
    const kinds = { twoSpirals: 'plane', plane: 'plane', wave: 'curve', teacher: 'confusion' };
    for (const [dataset, kind] of Object.entries(kinds)) {
      const loss =
        dataset === 'plane' || dataset === 'wave' ? 'meanSquaredError' : 'softmaxCrossEntropy';
      const trainer = createTrainer(ops, settingsOf({ dataset, loss, depth: 3 }));
      await trainer.measure();
      const found = (await trainer.inspect(0, null))?.predictions;
      expect(found?.kind).toBe(kind);
      if (found?.kind === 'confusion') {
        expect(found.training.reduce((sum, count) => sum + count)).toBe(48);
        expect(found.validation.reduce((sum, count) => sum + count)).toBe(12);
      }
      trainer.dispose();
    }
  });
});

describe('a distribution', () => {
  it('counts every value once, by sign and magnitude', () => {
    const values = Float32Array.of(0, 1, -1, 0.1, 250, -3e-9, Number.NaN, Infinity);
    const { count, zeros, nonFinite, negative, positive, min, max, firstDecade } =
      distributionOf(values);
    expect({ count, zeros, nonFinite, firstDecade }).toEqual({
      count: 8,
      zeros: 1,
      nonFinite: 2,
      firstDecade: -9,
    });
    expect([min, max]).toEqual([-1, 250]);
    expect([...negative, ...positive].reduce((sum, bin) => sum + bin)).toBe(5);
  });

  it('has no bins for zeros alone', () => {
    expect(distributionOf(new Float32Array(3))).toMatchObject({
      zeros: 3,
      mean: 0,
      deviation: 0,
      min: 0,
    });
    expect(distributionOf(Float32Array.of(Number.NaN)).min).toBeNaN();
  });
});
