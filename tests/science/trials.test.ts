import { beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/engine/tfjs/backend';
import { runTrial } from '../../src/engine/trial';
import { experimentOf } from '../../src/experiment/legality';
import type { Ops } from '../../src/ops/ops';
import type { Pool, Tried } from '../../src/study/pool';
import { rowsOf, runTrials, summaryOf, type TrialRow } from '../../src/study/trials';

const steps = 100;

const base = {
  dataset: 'teacher',
  samples: 256,
  validationSplit: 0,
  batchSize: 64,
  width: 64,
  optimizer: 'sgd',
  learningRate: 0.01,
  loss: 'meanSquaredError',
  seed: 1,
};

let ops: Ops;

beforeAll(async () => {
  const opened = await openBackend('wasm');
  if ('refusal' in opened) throw new Error(opened.refusal);
  ops = opened.ops;
});

/** What the page's table says of some variants of an experiment, in its verdict and the gradient's factor. */
async function table(settings: Readonly<Record<string, unknown>>, ids: readonly string[]) {
  const { experiment, refusals } = experimentOf({ ...base, ...settings });
  expect(refusals).toEqual([]);
  const plan = { experiment, steps, seeds: 1 };
  let queue: Promise<unknown> = Promise.resolve();
  const pool = {
    run({ experiment: own, steps: count }) {
      const tried = queue.then(() => runTrial(ops, own, count));
      queue = tried;
      return tried;
    },
  } as Partial<Pool> as Pool;
  const rows = rowsOf(plan).filter(({ variant }) => ids.includes(variant.id));
  const found: TrialRow[] = [...rows];
  const report = (row: number, _seed: number, result: Tried | Error) => {
    found[row] = { ...(rows[row] as TrialRow), results: [result] };
  };
  await runTrials(pool, plan, rows, new AbortController().signal, report);
  return Object.fromEntries(
    found.map((row) => {
      const { verdict, ratio = Number.NaN } = summaryOf(row, found) ?? {};
      return [row.variant.id, { verdict, ratio }];
    }),
  );
}

describe('the table of every safeguard', () => {
  it('on base A tells what tames the gradient from what acts on the update alone', async () => {
    const settings = { depth: 20, activation: 'relu', initializer: 'heNormal', gain: 1.5 };
    const verdicts = {
      untreated: 'nonFinite',
      suited: 'learns',
      'normalization layer': 'learns',
      'normalization rms': 'learns',
      'normalization weight': 'learns',
      'normalization batch': 'chance',
      'residual plain': 'nonFinite',
      'residual inverseSqrtTwo': 'nonFinite',
      l2: 'nonFinite',
      clipByGlobalNorm: 'chance',
      clipByValue: 'chance',
      'optimizer adam': 'chance',
      leakyRelu: 'nonFinite',
      lowerRate: 'nonFinite',
    };
    const found = await table(settings, Object.keys(verdicts));
    expect(
      Object.fromEntries(Object.entries(found).map(([id, { verdict }]) => [id, verdict])),
    ).toEqual(verdicts);
    for (const id of ['suited', 'normalization layer', 'normalization rms', 'normalization weight'])
      expect(found[id]?.ratio, id).toBeLessThan(1e-5);
    for (const id of ['l2', 'clipByGlobalNorm', 'clipByValue', 'optimizer adam'])
      expect(found[id]?.ratio, id).toBeCloseTo(1, 3);
    expect(found['residual plain']?.ratio).toBeGreaterThan(1e3);
  }, 300_000);

  it('on base B finds an explosion that stays finite and does not learn', async () => {
    const settings = { depth: 30, activation: 'tanh', initializer: 'lecunNormal', gain: 3 };
    const found = await table(settings, ['untreated', 'suited', 'clipByGlobalNorm']);
    expect(found.untreated?.verdict).toBe('chance');
    expect(found.clipByGlobalNorm?.verdict).toBe('chance');
    expect(found.clipByGlobalNorm?.ratio).toBeCloseTo(1, 3);
    expect(found.suited?.ratio).toBeLessThan(1e-2);
  }, 300_000);
});
