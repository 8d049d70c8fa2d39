import { beforeAll, describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/engine/trainer';
import { costOf } from '../../src/experiment/budget';
import { experimentOf } from '../../src/experiment/legality';
import type { Experiment } from '../../src/experiment/schema';
import type { Ops, Tensor } from '../../src/ops/ops';
import { openForTest, refuseGrowth, watchHeap } from '../support/backends';

const deep = { dataset: 'moons', depth: 100, width: 64, batchSize: 3, backend: 'wasm' };

function settingsOf(settings: Readonly<Record<string, unknown>>): Experiment {
  const { experiment, refusals } = experimentOf({ ...deep, ...settings });
  expect(refusals).toEqual([]);
  return experiment;
}

/** Bytes beside those of a step: freed blocks that are kept, snapshots, and what the predictions need. */
const beside = 200e6;

describe('the memory of WebAssembly', () => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await openForTest('wasm');
  });

  it.each([
    ['predictions of a deep network', { numberFormat: 'float16', normalization: 'layer' }],
    [
      'micro-batches',
      { width: 128, batchSize: 64, samples: 200, gradientAccumulation: true, microBatches: 64 },
    ],
    [
      'every safeguard',
      {
        width: 200,
        optimizer: 'adam',
        l1: true,
        l2: true,
        centralization: true,
        standardization: true,
        clipByValue: true,
        clipByGlobalNorm: true,
        adaptiveGradientClipping: true,
        decoupledWeightDecay: true,
        blockUpdates: true,
        skipNonFinite: true,
      },
    ],
  ])('holds about as much as the budget says: %s', async (_, settings) => {
    const experiment = settingsOf(settings);
    const heap = watchHeap();
    const trainer = createTrainer(ops, experiment);
    await trainer.measure();
    await trainer.advance();
    await trainer.inspect(1, null);
    trainer.dispose();
    expect(heap.peak()).toBeLessThan(costOf(experiment).bytes + beside);
  });

  it('that cannot grow refuses an operation and goes on', async () => {
    const before = ops.tensorCount();
    const values = ops.upload(Float32Array.of(1, 2, 4), [3]);
    const large = ops.fill([2 ** 20], 1);
    const held: Tensor[] = [];
    const allow = refuseGrowth();
    const fill = () => {
      for (;;) held.push(ops.fill([2 ** 20], 1));
    };
    try {
      expect(fill).toThrow(/^noMemory \d+$/);
      for (const compute of [ops.exp, ops.abs, ops.tanh]) {
        expect(() => compute(large)).toThrow(/^noMemory \d+$/);
      }
    } finally {
      allow();
    }
    expect([...(await ops.read(values))]).toEqual([1, 2, 4]);
    ops.dispose(held);
    const sum = ops.tidy(() => ops.sum(ops.abs(large)));
    expect([...(await ops.read(sum))]).toEqual([2 ** 20]);
    ops.dispose([values, large, sum]);
    expect(ops.tensorCount()).toBe(before);
  });

  it('that cannot grow refuses a step, and the run goes on from where it was', async () => {
    const experiment = settingsOf({ depth: 10, gain: 1, batchSize: 16 });
    const undisturbed = createTrainer(ops, experiment);
    await undisturbed.measure();
    const wanted = [await undisturbed.advance(), await undisturbed.advance()];
    undisturbed.dispose();

    const trainer = createTrainer(ops, experiment);
    await trainer.measure();
    const first = await trainer.advance();
    const tensors = ops.tensorCount();
    const held: Tensor[] = [];
    const allow = refuseGrowth();
    for (let length = 2 ** 20; length >= 1; length /= 4) {
      expect(() => {
        for (;;) held.push(ops.fill([length], 1));
      }).toThrow(/^noMemory/);
    }
    await expect(trainer.advance()).rejects.toThrow(/^noMemory/);
    await expect(trainer.inspect(0, 1)).rejects.toThrow(/^noMemory/);
    allow();
    ops.dispose(held);
    expect(ops.tensorCount()).toBe(tensors);
    expect([first, await trainer.advance()]).toEqual(wanted);
    trainer.dispose();
  });
});
