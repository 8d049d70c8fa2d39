import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/engine/tfjs/backend';
import { createTrainer } from '../../src/engine/trainer';
import { experimentOf } from '../../src/experiment/legality';
import { createHistory } from '../../src/history/history';
import type { Ops } from '../../src/ops/ops';

type Settings = Readonly<Record<string, unknown>>;

const seeds = Number(process.env.SEEDS ?? 5);
const steps = Number(process.env.STEPS ?? 300);

const base = {
  dataset: 'teacher',
  samples: 256,
  validationSplit: 0,
  batchSize: 64,
  width: 64,
  optimizer: 'sgd',
  learningRate: 0.01,
};

/** The two networks of the measured verdicts: an exploding ReLU network and a chaotic tanh network. */
const bases = {
  A: { ...base, depth: 20, activation: 'relu', initializer: 'heNormal', gain: 1.5 },
  B: { ...base, depth: 30, activation: 'tanh', initializer: 'lecunNormal', gain: 3 },
} as const;

interface Outcome {
  /** Geometric mean of the gradient norm at initialization over the untreated run's of the same seed. */
  readonly gradient: number;
  /** The gradient norm at initialization of each seed. */
  readonly gradients: readonly number[];
  /** First non-finite step of each seed; null where training stays finite. */
  readonly nonFinite: readonly (number | null)[];
  /** Mean loss and accuracy over the last epoch, averaged over the seeds. */
  readonly loss: number;
  readonly accuracy: number;
}

let ops: Ops;
const table: string[] = [];
const untreated = new Map<string, number>();

beforeAll(async () => {
  const opened = await openBackend('wasm');
  if ('refusal' in opened) throw new Error(opened.refusal);
  ops = opened.ops;
});
afterAll(() => console.log(`\n${table.join('\n')}\n`));

async function train(settings: Settings, count: number) {
  const { experiment, refusals } = experimentOf(settings);
  expect(refusals).toEqual([]);
  const trainer = createTrainer(ops, experiment);
  const history = createHistory(trainer.shape);
  history.append(await trainer.measure());
  for (let step = 0; step < count && !trainer.nonFinite; step++) {
    history.append(await trainer.advance());
  }
  trainer.dispose();
  const last = Array.from(
    { length: Math.min(4, history.length) },
    (_, back) => history.length - 1 - back,
  );
  const mean = (measure: 'loss' | 'accuracy') =>
    last.reduce((sum, index) => sum + history.at(index, measure) / last.length, 0);
  const { nonFinite } = trainer;
  const gradient = history.at(0, 'gradNorm');
  return { gradient, nonFinite, loss: mean('loss'), accuracy: mean('accuracy'), history };
}

async function outcomeOf(name: string, start: Settings, treatment: Settings): Promise<Outcome> {
  let logarithm = 0;
  const nonFinite: (number | null)[] = [];
  const gradients: number[] = [];
  let [loss, accuracy] = [0, 0];
  for (let seed = 1; seed <= seeds; seed++) {
    const key = JSON.stringify({ ...start, seed });
    const reference = untreated.get(key) ?? (await train({ ...start, seed }, 0)).gradient;
    untreated.set(key, reference);
    const run = await train({ ...start, seed, ...treatment }, steps);
    logarithm += Math.log(run.gradient / reference) / seeds;
    gradients.push(run.gradient);
    nonFinite.push(run.nonFinite?.step ?? null);
    loss += run.loss / seeds;
    accuracy += run.accuracy / seeds;
  }
  const gradient = Math.exp(logarithm);
  const finite = nonFinite.map((step) => step ?? 'finite').join(' ');
  const figures = [gradient.toExponential(1), loss.toExponential(1), accuracy.toFixed(2)];
  table.push(`${name.padEnd(34)} ×${figures.join('  ')}  ${finite}`);
  return { gradient, gradients, nonFinite, loss, accuracy };
}

/** What acts on the update alone. */
const updateOnly: [string, Settings][] = [
  ['L1', { l1: true }],
  ['L2', { l2: true }],
  ['accumulation', { gradientAccumulation: true }],
  ['block updates', { blockUpdates: true }],
  ['warm-up', { warmUp: true }],
  ['momentum', { optimizer: 'momentum' }],
  ['Adam', { optimizer: 'adam', learningRate: 0.001 }],
  ['clip by global norm', { clipByGlobalNorm: true }],
  ['clip by value', { clipByValue: true }],
  ['AGC', { adaptiveGradientClipping: true }],
  ['LARS', { layerwiseScaling: true }],
  ['standardization', { standardization: true }],
  ['centralization', { centralization: true }],
  ['mean magnitude', { meanMagnitude: true }],
  ['decoupled decay', { decoupledWeightDecay: true }],
  ['skipping non-finite steps', { skipNonFinite: true }],
  ['step decay', { schedule: 'step' }],
  ['cosine decay', { schedule: 'cosine' }],
];

const mse = { ...bases.A, loss: 'meanSquaredError' };
const ce = { ...bases.A, loss: 'softmaxCrossEntropy' };
const chaotic = { ...bases.B, loss: 'meanSquaredError' };
const staysFinite = ({ nonFinite }: Outcome) => nonFinite.every((step) => step === null);
const slow = 20 * 60_000;

describe('base A, mean squared error', () => {
  it(
    'untreated, is not finite after two steps',
    async () => {
      const { nonFinite } = await outcomeOf('A mse', mse, {});
      expect(nonFinite.every((step) => step !== null && step <= 2)).toBe(true);
    },
    slow,
  );

  it.each<[string, Settings]>([
    ['gain 1', { gain: 1 }],
    ['layer norm', { normalization: 'layer' }],
    ['RMS norm', { normalization: 'rms' }],
    ['weight norm', { normalization: 'weight' }],
    ['batch norm', { normalization: 'batch' }],
    ['skips 1 and 1/√L', { residual: 'inverseSqrtDepth' }],
  ])(
    '%s makes the gradient at initialization small',
    async (name, treatment) => {
      const { gradient } = await outcomeOf(`A mse, ${name}`, mse, treatment);
      expect(gradient).toBeLessThan(0.1);
    },
    slow,
  );

  it.each(updateOnly)(
    '%s leaves the gradient at initialization as it is',
    async (name, treatment) => {
      const { gradient } = await outcomeOf(`A mse, ${name}`, mse, treatment);
      expect(Math.abs(gradient - 1)).toBeLessThan(1e-3);
    },
    slow,
  );

  it.each<[string, Settings]>([
    ['Leaky ReLU .2', { activation: 'leakyRelu', negativeSlope: 0.2 }],
    ['a plain skip', { residual: 'plain' }],
    ['skips 1 and 1/√2', { residual: 'inverseSqrtTwo' }],
  ])(
    '%s makes it worse',
    async (name, treatment) => {
      const { gradient } = await outcomeOf(`A mse, ${name}`, mse, treatment);
      expect(gradient).toBeGreaterThan(1);
    },
    slow,
  );

  it(
    'clipped by global norm, stays finite, is applied at norm 1, and does not learn',
    async () => {
      const outcome = await outcomeOf('A mse, clipped at 1', mse, { clipByGlobalNorm: true });
      expect(staysFinite(outcome)).toBe(true);
      expect(outcome.accuracy).toBeLessThan(0.5);
      const { history } = await train({ ...mse, seed: 1, clipByGlobalNorm: true }, 5);
      const changes = Array.from({ length: 20 }, (_, layer) =>
        history.layerAt(3, 'change', layer + 1),
      );
      expect(Math.hypot(...changes)).toBeCloseTo(0.01, 5);
      expect(history.at(3, 'gradNorm')).toBeGreaterThan(1e3);
    },
    slow,
  );

  it(
    'under layer normalization, stays finite and learns',
    async () => {
      const outcome = await outcomeOf('A mse, layer norm again', mse, { normalization: 'layer' });
      expect(staysFinite(outcome)).toBe(true);
      if (steps >= 300) expect(outcome.accuracy).toBeGreaterThan(0.6);
    },
    slow,
  );
});

describe('base A, cross-entropy', () => {
  it(
    'untreated, is not finite after a few steps',
    async () => {
      const { nonFinite } = await outcomeOf('A ce', ce, {});
      expect(nonFinite.every((step) => step !== null && step <= 4)).toBe(true);
    },
    slow,
  );

  it(
    'at learning rate 1e-4 stays finite from gradients of up to 5e4, at 1e-5 from any',
    async () => {
      const patient = await outcomeOf('A ce, rate 1e-4', ce, { learningRate: 1e-4 });
      patient.gradients.forEach((gradient, index) => {
        if (gradient < 5e4) expect(patient.nonFinite[index]).toBeNull();
      });
      const slower = await outcomeOf('A ce, rate 1e-5', ce, { learningRate: 1e-5 });
      expect(staysFinite(slower)).toBe(true);
      if (steps >= 300) expect(slower.accuracy).toBeGreaterThan(0.6);
    },
    slow,
  );

  it(
    'with Adam, stays finite and learns',
    async () => {
      const outcome = await outcomeOf('A ce, Adam', ce, { optimizer: 'adam', learningRate: 0.001 });
      expect(staysFinite(outcome)).toBe(true);
      if (steps >= 300) expect(outcome.accuracy).toBeGreaterThan(0.7);
    },
    slow,
  );
});

describe('base B, chaotic tanh', { tags: ['deep'] }, () => {
  it(
    'explodes without a NaN: finite, and at chance to the end',
    async () => {
      const outcome = await outcomeOf('B mse', chaotic, {});
      expect(staysFinite(outcome)).toBe(true);
      expect(outcome.accuracy).toBeLessThan(0.55);
    },
    slow,
  );

  it.each<[string, Settings]>([
    ['gain 1', { gain: 1 }],
    ['layer norm', { normalization: 'layer' }],
    ['RMS norm', { normalization: 'rms' }],
    ['weight norm', { normalization: 'weight' }],
    ['batch norm', { normalization: 'batch' }],
    ['skips 1 and 1/√L', { residual: 'inverseSqrtDepth' }],
  ])(
    '%s makes the gradient at initialization small, and stays finite',
    async (name, treatment) => {
      const outcome = await outcomeOf(`B mse, ${name}`, chaotic, treatment);
      expect(outcome.gradient).toBeLessThan(0.2);
      expect(staysFinite(outcome)).toBe(true);
    },
    slow,
  );

  it.each(updateOnly)(
    '%s leaves the gradient at initialization as it is',
    async (name, treatment) => {
      const { gradient } = await outcomeOf(`B mse, ${name}`, chaotic, treatment);
      expect(Math.abs(gradient - 1)).toBeLessThan(1e-3);
    },
    slow,
  );
});

describe('float16', () => {
  it(
    'overflows in the forward pass around layer 14 of a ReLU network with He ×2',
    async () => {
      const deep = { ...mse, depth: 40, gain: 2, numberFormat: 'float16' };
      for (let seed = 1; seed <= seeds; seed++) {
        const { nonFinite } = await train({ ...deep, seed }, 0);
        table.push(`float16, He ×2, seed ${seed}: layer ${nonFinite?.layer}`);
        expect(nonFinite?.tensor).toBe('activation');
        expect([12, 13, 14, 15, 16]).toContain(nonFinite?.layer);
      }
    },
    slow,
  );

  it(
    'trains like float32 where nothing leaves its range',
    async () => {
      const healthy = { ...ce, depth: 10, gain: 1, learningRate: 0.05 };
      const single = await outcomeOf('healthy, float32', healthy, {});
      const half = await outcomeOf('healthy, float16', healthy, { numberFormat: 'float16' });
      expect(staysFinite(half)).toBe(true);
      expect(half.gradient).toBeCloseTo(1, 2);
      expect(half.accuracy).toBeGreaterThan(0.5);
      if (steps >= 300) expect(Math.abs(half.accuracy - single.accuracy)).toBeLessThan(0.1);
    },
    slow,
  );
});
