import { beforeAll, describe, expect, it } from 'vitest';
import { createTrainer, type Trainer } from '../../src/engine/trainer';
import { experimentOf } from '../../src/experiment/legality';
import type { Experiment } from '../../src/experiment/schema';
import { growthAt } from '../../src/history/growth';
import { createHistory, type History } from '../../src/history/history';
import { absent, type LayerMeasure, layerMeasures, stepMeasures } from '../../src/history/measures';
import type { Ops } from '../../src/ops/ops';
import { backends, dataCounter, openForTest } from '../support/backends';

/** The exploding network of the reading: growth 1.5 per layer, by its gain. */
const exploding = {
  dataset: 'teacher',
  depth: 20,
  width: 128,
  activation: 'relu',
  initializer: 'heNormal',
  gain: 1.5,
  loss: 'meanSquaredError',
  batchSize: 64,
  optimizer: 'sgd',
  learningRate: 0.01,
};

const small = { ...exploding, depth: 5, width: 12, gain: 1, batchSize: 10, samples: 60 };

function settingsOf(settings: Readonly<Record<string, unknown>>): Experiment {
  const { experiment, refusals } = experimentOf(settings);
  expect(refusals).toEqual([]);
  return experiment;
}

async function train(ops: Ops, experiment: Experiment, steps: number) {
  const trainer = createTrainer(ops, experiment);
  const history = createHistory(trainer.shape);
  history.append(await trainer.measure());
  await advance(trainer, history, steps);
  trainer.dispose();
  return { history, nonFinite: trainer.nonFinite };
}

async function advance(trainer: Trainer, history: History, steps: number) {
  for (let step = 0; step < steps && !trainer.nonFinite; step++) {
    history.append(await trainer.advance());
  }
}

/** Growth per layer at step 0, as the geometric mean over five seeds. */
async function growthOf(ops: Ops, settings: Readonly<Record<string, unknown>>): Promise<number> {
  let logarithm = 0;
  for (let seed = 1; seed <= 5; seed++) {
    const { history } = await train(ops, settingsOf({ ...settings, seed }), 0);
    logarithm += Math.log(growthAt(history, 0)?.perLayer ?? Number.NaN) / 5;
  }
  return Math.exp(logarithm);
}

function everything(history: History): number[] {
  const { depth } = history.shape;
  const layers = Array.from({ length: depth + 1 }, (_, layer) => layer);
  return Array.from({ length: history.length }, (_, index) => [
    ...stepMeasures.map((measure) => history.at(index, measure)),
    ...layerMeasures.flatMap((measure: LayerMeasure) =>
      layers.map((layer) => history.layerAt(index, measure, layer)),
    ),
  ]).flat();
}

describe.each(backends)('training on %s', (backend) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await openForTest(backend);
  });

  it('goes non-finite within three steps at gain 1.5, and says where', async () => {
    const { nonFinite, history } = await train(ops, settingsOf(exploding), 10);
    expect(nonFinite?.step).toBeLessThanOrEqual(3);
    expect(history.at(history.length - 1, 'step')).toBe(nonFinite?.step);
    console.log(`${backend}: first non-finite`, JSON.stringify(nonFinite));
  });

  it('takes ten steps at once as it takes them one by one, and stops where one is not finite', async () => {
    const guarded = { optimizer: 'adam', normalization: 'batch', skipNonFinite: true };
    for (const settings of [
      { ...small, ...guarded },
      { ...small, gain: 2, learningRate: 3 },
    ]) {
      const { history, nonFinite } = await train(ops, settingsOf(settings), 30);
      const before = ops.tensorCount();
      const trainer = createTrainer(ops, settingsOf(settings));
      const together = createHistory(trainer.shape);
      together.append(await trainer.measure());
      while (!trainer.nonFinite && trainer.step < 30) {
        for (const record of await trainer.advanceBy(10)) together.append(record);
      }
      expect(everything(together)).toEqual(everything(history));
      expect(trainer.nonFinite).toEqual(nonFinite);
      trainer.dispose();
      expect(ops.tensorCount()).toBe(before);
    }
  });

  it('keeps the same number of tensors, and the backend of data, once its snapshots are full, up to 1,000 steps', async () => {
    const before = ops.tensorCount();
    const dataHeld = dataCounter(backend);
    const guarded = { optimizer: 'adam', normalization: 'batch', clipByGlobalNorm: true };
    const falling = { schedule: 'cosine', cosineSteps: 300 };
    const settings = { ...small, ...guarded, ...falling, depth: 3 };
    const trainer = createTrainer(ops, settingsOf({ ...settings, l2: true }));
    const history = createHistory(trainer.shape);
    await trainer.measure();
    await advance(trainer, history, 240);
    const early = ops.tensorCount();
    await trainer.measure(settingsOf({ ...settings, l2: false }));
    await trainer.measure(settingsOf({ ...settings, l2: true }));
    await trainer.inspect(133, 2);
    await advance(trainer, history, 60);
    const data = dataHeld();
    await advance(trainer, history, backend === 'webgl' ? 180 : 700);
    expect(trainer.nonFinite).toBeNull();
    expect(ops.tensorCount()).toBe(early);
    expect(dataHeld()).toBe(data);
    trainer.dispose();
    expect(ops.tensorCount()).toBe(before);
  }, 180_000);

  it('gives the same numbers twice', async () => {
    const first = await train(ops, settingsOf(small), 5);
    const second = await train(ops, settingsOf(small), 5);
    expect(everything(first.history)).toEqual(everything(second.history));
  });
});

describe('growth at step 0', () => {
  it.each([1.5, 1])('is the gain %f within 4 % for ReLU with He', async (gain) => {
    const ops = await openForTest('wasm');
    const growth = await growthOf(ops, { ...exploding, gain });
    console.log(`growth per layer at gain ${gain}: ${growth.toFixed(4)}`);
    expect(Math.abs(growth / gain - 1)).toBeLessThan(0.04);
  });
});

describe('healthy training', () => {
  it('stays finite for 300 steps at gain 1, and learns', async () => {
    const ops = await openForTest('wasm');
    const { history, nonFinite } = await train(ops, settingsOf({ ...exploding, gain: 1 }), 300);
    expect(nonFinite).toBeNull();
    expect(history.length).toBe(301);
    expect(history.at(300, 'loss')).toBeLessThan(history.at(0, 'loss'));
  });

  it('agrees between the backends for 20 steps', async () => {
    const experiment = settingsOf({
      ...small,
      gain: 1,
      activation: 'tanh',
      initializer: 'lecunNormal',
    });
    const runs: number[][] = [];
    for (const backend of backends) {
      const { history } = await train(await openForTest(backend), experiment, 20);
      runs.push(everything(history));
    }
    const [first = [], ...others] = runs;
    for (const other of others) {
      const worst = Math.max(
        ...first.map(
          (value, index) => Math.abs((other[index] ?? 0) - value) / (Math.abs(value) + 1e-9),
        ),
      );
      expect(worst).toBeLessThan(1e-3);
    }
  });

  it('changes nothing but what is toggled: streams are separate', async () => {
    const ops = await openForTest('cpu');
    const plain = await train(ops, settingsOf(small), 0);
    const clipped = await train(ops, settingsOf({ ...small, clipByGlobalNorm: true }), 0);
    const deeper = await train(ops, settingsOf({ ...small, depth: 8 }), 0);
    expect(clipped.history.layerAt(0, 'gradH', 1)).toBe(plain.history.layerAt(0, 'gradH', 1));
    for (const layer of [1, 2, 3, 4]) {
      expect(deeper.history.layerAt(0, 'weight', layer)).toBe(
        plain.history.layerAt(0, 'weight', layer),
      );
    }
    expect(deeper.history.layerAt(0, 'actRms', 0)).toBe(plain.history.layerAt(0, 'actRms', 0));
  });

  it('follows schedule and warm-up: the change of a step is in proportion to its rate', async () => {
    const ops = await openForTest('cpu');
    const rates = { schedule: 'cosine', cosineSteps: 10, warmUp: true, warmUpSteps: 4 };
    const { history } = await train(ops, settingsOf({ ...small, ...rates }), 12);
    for (let step = 0; step <= 12; step++) {
      const factor =
        (Math.min(1, (step + 1) / 4) * (1 + Math.cos(Math.PI * Math.min(1, step / 10)))) / 2;
      const change = history.layerAt(step, 'change', 5);
      const gradient = Math.hypot(
        history.layerAt(step, 'gradW', 5),
        history.layerAt(step, 'gradB', 5),
      );
      expect(history.at(step, 'learningRate')).toBeCloseTo(0.01 * factor, 12);
      expect(change).toBeCloseTo(0.01 * factor * gradient, 7);
    }
  });

  it('weights the slope of samples by their gradient: with one unit that is the whole activation factor', async () => {
    for (const backend of backends) {
      const ops = await openForTest(backend);
      const one = { ...small, width: 1, depth: 6, activation: 'gelu', seed: 3 };
      const { history } = await train(ops, settingsOf(one), 1);
      const at = (measure: LayerMeasure, layer: number) => history.layerAt(0, measure, layer);
      for (const layer of [1, 2, 3, 4, 5]) {
        const factor = (at('gradZ', layer) / at('gradH', layer)) ** 2;
        expect(at('weightedSlope', layer) / factor).toBeCloseTo(1, 4);
      }
      expect(at('weightedSlope', 1) / at('slope', 1)).not.toBeCloseTo(1, 2);
      expect(history.layerAt(1, 'weightedSlope', 1)).toBe(absent);
    }
  });

  it('weights no slopes where theory knows them', async () => {
    const ops = await openForTest('cpu');
    const { history } = await train(ops, settingsOf(small), 0);
    expect(history.layerAt(0, 'weightedSlope', 1)).toBe(absent);
  });

  it('skips steps that are not finite, and keeps the weights as they were', async () => {
    const ops = await openForTest('cpu');
    const settings = { ...exploding, depth: 60, width: 16, gain: 6, skipNonFinite: true };
    const { history, nonFinite } = await train(ops, settingsOf(settings), 5);
    expect(nonFinite).toBeNull();
    expect(history.length).toBe(6);
    expect(Number.isFinite(history.at(5, 'gradNorm'))).toBe(false);
    expect(history.layerAt(5, 'weight', 3)).toBe(history.layerAt(0, 'weight', 3));
    expect(history.layerAt(5, 'change', 3)).toBe(0);
  });

  it('takes a live change from the next step on', async () => {
    const ops = await openForTest('cpu');
    const trainer = createTrainer(ops, settingsOf(small));
    const history = createHistory(trainer.shape);
    await trainer.measure();
    await advance(trainer, history, 3);
    const index = history.length - 1;
    const before = history.layerAt(index, 'change', 2);
    const loss = history.at(index, 'loss');
    history.append(await trainer.measure(settingsOf({ ...small, learningRate: 0.02 })));
    expect(history.length - 1).toBe(index);
    expect(history.at(index, 'loss')).toBe(loss);
    expect(history.layerAt(index, 'change', 2) / before).toBeCloseTo(2, 4);
    trainer.dispose();
  });
});
