import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { safeguards } from '../../src/catalog/safeguards';
import { costOf } from '../../src/experiment/budget';
import { differences } from '../../src/experiment/change';
import { makeBatch, makeData } from '../../src/experiment/data';
import { experimentOf } from '../../src/experiment/legality';
import { defaultExperiment, type Experiment } from '../../src/experiment/schema';
import { initialWeights, widthsOf } from '../../src/experiment/weights';
import type { Outcome } from '../../src/history/outcome';
import { createPool, type Pool, type Tried } from '../../src/study/pool';
import { isWhole, rowsOf, runTrials, summaryOf, type TrialRow } from '../../src/study/trials';
import { untreated, variantsOf } from '../../src/study/variants';
import type { Report, Request } from '../../src/worker/protocol';

const never = new AbortController().signal;
const task = { experiment: defaultExperiment, steps: 3 };

function outcome(settings: Partial<Outcome> = {}): Outcome {
  return {
    steps: 3,
    nonFinite: null,
    growth: 1,
    lastGrowth: 1,
    gradient: 1,
    change: 1,
    loss: 1,
    accuracy: 0.5,
    validationLoss: 1,
    validationAccuracy: 0.5,
    skill: 0.5,
    losses: [],
    ...settings,
  };
}

const tried = (settings: Partial<Outcome> = {}): Tried => ({ outcome: outcome(settings), pace: 1 });

/** A pool over workers that answer when told to. */
function openPool(size: number) {
  const workers: { send(report: Report): void; asked: Request[]; closed: boolean }[] = [];
  const pool = createPool({
    size,
    idle: 1e6,
    connect(listen) {
      const worker = { send: listen, asked: [] as Request[], closed: false };
      workers.push(worker);
      return {
        post: (request) => worker.asked.push(request),
        close: () => {
          worker.closed = true;
        },
      };
    },
  });
  const answer = (index: number, report?: Partial<Report>) => {
    const worker = workers[index];
    const run = worker?.asked.findLast(({ type }) => type === 'try');
    if (run?.type !== 'try') throw new Error('Nothing was asked.');
    worker?.send({ type: 'tried', run: run.run, ...tried(), ...report } as Report);
  };
  return { pool, workers, answer };
}

describe('the pool', () => {
  it('shares a queue among as many workers as it may have', async () => {
    const { pool, workers, answer } = openPool(2);
    const results = [0, 1, 2].map(() => pool.run(task, never));
    expect(workers.map(({ asked }) => asked.length)).toEqual([1, 1]);
    answer(1);
    expect(workers.map(({ asked }) => asked.length)).toEqual([1, 2]);
    answer(0);
    answer(1);
    expect(await Promise.all(results)).toHaveLength(3);
    expect(workers).toHaveLength(2);
  });

  it('loses only its task when a worker dies, and hires another', async () => {
    const { pool, workers, answer } = openPool(1);
    const [first, second] = [pool.run(task, never), pool.run(task, never)];
    workers[0]?.send({ type: 'failed', run: -1, message: 'out of memory' });
    await expect(first).rejects.toThrow('out of memory');
    expect(workers[0]?.closed).toBe(true);
    answer(1);
    expect((await second).outcome.steps).toBe(3);
  });

  it('keeps a worker whose experiment failed', async () => {
    const { pool, workers, answer } = openPool(1);
    const [first, second] = [pool.run(task, never), pool.run(task, never)];
    answer(0, { type: 'failed', message: 'no such backend' });
    await expect(first).rejects.toThrow('no such backend');
    answer(0);
    await second;
    expect(workers).toHaveLength(1);
  });

  it('ends the worker of a task that is called off, and forgets one that waits', async () => {
    const { pool, workers, answer } = openPool(1);
    const off = new AbortController();
    const called = [pool.run(task, off.signal), pool.run(task, off.signal)];
    const kept = pool.run(task, never);
    off.abort(new Error('called off'));
    for (const one of called) await expect(one).rejects.toThrow('called off');
    expect(workers[0]?.closed).toBe(true);
    expect(workers).toHaveLength(2);
    answer(1);
    await kept;
    await expect(pool.run(task, off.signal)).rejects.toThrow('called off');
  });

  it('hands nothing out while it is limited to nothing', async () => {
    const { pool, workers, answer } = openPool(1);
    pool.limit(0);
    const result = pool.run(task, never);
    expect(workers).toHaveLength(0);
    pool.limit(1);
    answer(0);
    await result;
    pool.close();
    expect(workers[0]?.closed).toBe(true);
  });
});

describe('a pool that is limited', () => {
  const holds = (worker: { asked: Request[] } | undefined) =>
    (worker?.asked ?? []).flatMap((request) => (request.type === 'hold' ? [request.held] : []));

  it('holds what is under way beyond the limit, and lets it go on when that rises', async () => {
    const { pool, workers, answer } = openPool(2);
    const results = [0, 1, 2].map(() => pool.run(task, never));
    pool.limit(1);
    expect(workers.map(holds)).toEqual([[], [true]]);
    pool.limit(0);
    pool.limit(0);
    expect(workers.map(holds)).toEqual([[true], [true]]);
    pool.limit(2);
    expect(workers.map(holds)).toEqual([
      [true, false],
      [true, false],
    ]);
    for (const index of [0, 1, 0]) answer(index);
    await Promise.all(results);
    expect(pool.isBusy()).toBe(false);
  });

  it('lets the next one go on when a task that went on is done', async () => {
    const { pool, workers, answer } = openPool(2);
    const results = [0, 1].map(() => pool.run(task, never));
    pool.limit(1);
    answer(0);
    expect(holds(workers[1])).toEqual([true, false]);
    answer(1);
    await Promise.all(results);
  });
});

describe('a pool whose tasks are large', () => {
  it('starts no more of them than fit into memory, but always one', async () => {
    const large = { ...defaultExperiment, depth: 100, width: 256, batchSize: 256, samples: 512 };
    const huge = { experiment: { ...large, width: 1024 }, steps: 3 };
    const { pool, workers, answer } = openPool(8);
    const results = [huge, huge, task].map((one) => pool.run(one, never));
    const { bytes } = costOf(huge.experiment);
    expect(bytes).toBeGreaterThan(2e9);
    expect(workers).toHaveLength(1);
    answer(0);
    answer(0);
    answer(0);
    await Promise.all(results);
    expect(workers).toHaveLength(1);
  });
});

describe('a worker of the pool that hangs', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('loses its task only, as late as a slow machine needs', async () => {
    const { pool, workers, answer } = openPool(1);
    const first = pool.run(task, never);
    const lost = expect(first).rejects.toThrow('No answer');
    const second = pool.run(task, never);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(workers[0]?.closed).toBe(false);
    await vi.advanceTimersByTimeAsync(20_000);
    await lost;
    expect(workers[0]?.closed).toBe(true);
    answer(1);
    await second;
  });

  it('is waited for while it is held', async () => {
    const { pool, workers, answer } = openPool(1);
    const result = pool.run(task, never);
    pool.limit(0);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(workers[0]?.closed).toBe(false);
    answer(0);
    await result;
  });
});

describe('variants', () => {
  const protectedOne = experimentOf({ clipByGlobalNorm: true, normalization: 'layer' }).experiment;

  it('hold every safeguard alone, normalizations and residual connections too', () => {
    const variants = variantsOf(defaultExperiment);
    const ids = variants.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of safeguards) {
      const found = variants.find((variant) => variant.id === id);
      const bare = variants.find((variant) => variant.id === untreated);
      const changed = differences(
        bare?.experiment ?? defaultExperiment,
        found?.experiment ?? defaultExperiment,
      );
      expect(changed.map(({ key }) => key)).toEqual([id]);
    }
    expect(ids).toContain('normalization layer');
    expect(ids).toContain('residual inverseSqrtDepth');
    expect(ids).toContain('suited');
    expect(ids).not.toContain('given');
  });

  it('begin with a protected experiment as it is, then without protection', () => {
    const [given, bare] = variantsOf(protectedOne);
    expect(given?.experiment).toEqual(protectedOne);
    expect(bare?.id).toBe(untreated);
    expect(bare?.experiment.clipByGlobalNorm).toBe(false);
    expect(bare?.experiment.normalization).toBe('none');
  });

  it('differ in what they name alone: data, batches and weights are the same numbers', () => {
    const small: Experiment = { ...defaultExperiment, depth: 6, width: 8, samples: 60 };
    const [first, ...others] = variantsOf(small);
    const reference = traits(first?.experiment ?? small);
    for (const { id, experiment } of others) {
      const own = traits(experiment);
      expect(own.data, id).toEqual(reference.data);
      expect(own.batches, id).toEqual(reference.batches);
      const isAboutWeights = id === 'suited' || id === 'gain 1';
      if (!isAboutWeights) expect(own.weights, id).toEqual(reference.weights);
    }
  });
});

/** The data, the first batches and the initial weights of an experiment. */
function traits(experiment: Experiment) {
  const data = makeData(experiment);
  const widths = widthsOf(experiment);
  return {
    data,
    batches: [0, 1, 7].map((step) => makeBatch(experiment, data.training, step)),
    weights: widths
      .slice(1)
      .map((fanOut, index) => initialWeights(experiment, index + 1, widths[index] ?? 0, fanOut)),
  };
}

describe('trials', () => {
  const plan = { experiment: defaultExperiment, steps: 3, seeds: 2 };

  it('give every row the same seeds, first seeds first, and go on after an error', async () => {
    const seen: number[] = [];
    const pool = {
      run: async ({ experiment }) => {
        seen.push(experiment.seed);
        expect(experiment.backend).toBe('wasm');
        if (seen.length === 2) throw new Error('lost');
        return tried();
      },
    } as Partial<Pool> as Pool;
    const rows = rowsOf(plan);
    const results: (Tried | Error)[] = [];
    await runTrials(pool, plan, rows, never, (_row, _seed, result) => results.push(result));
    expect(results).toHaveLength(2 * rows.length);
    expect(results.filter((result) => result instanceof Error)).toHaveLength(1);
    const { seed } = defaultExperiment;
    expect(seen).toEqual([...rows.map(() => seed), ...rows.map(() => seed + 1)]);
  });

  it('train only what is not known yet', async () => {
    const rows = rowsOf(plan).map((row) => ({ ...row, results: [tried(), null] }));
    let count = 0;
    const pool = {
      run: async () => {
        count += 1;
        return tried();
      },
    } as Partial<Pool> as Pool;
    await runTrials(pool, plan, rows, never, () => {});
    expect(count).toBe(rows.length);
  });

  it('try again what was lost', async () => {
    const rows = rowsOf(plan).map((row) => ({ ...row, results: [tried(), new Error('lost')] }));
    expect(isWhole(rows)).toBe(false);
    let count = 0;
    const pool = {
      run: async () => {
        count += 1;
        return tried();
      },
    } as Partial<Pool> as Pool;
    await runTrials(pool, plan, rows, never, () => {});
    expect(count).toBe(rows.length);
    expect(isWhole(rows.map((row) => ({ ...row, results: [tried(), tried()] })))).toBe(true);
  });

  const row = (id: string, ...results: TrialRow['results']): TrialRow => ({
    variant: { id, name: { en: id, 'zh-CN': id }, experiment: defaultExperiment },
    results,
  });
  const lost = tried({
    nonFinite: { step: 2, layer: 1, tensor: 'loss' },
    skill: Number.NaN,
    loss: Number.NaN,
    accuracy: Number.NaN,
  });

  it('are summed up against the untreated training of the same seed', () => {
    const reference = row(untreated, tried({ gradient: 100 }), tried({ gradient: 1e4 }));
    const treated = row('clip', tried({ gradient: 1 }), tried({ gradient: 1 }));
    const rows = [reference, treated];
    expect(summaryOf(treated, rows)?.ratio).toBeCloseTo(1e-3, 12);
    expect(summaryOf(reference, rows)?.gradient).toBeCloseTo(1e3, 9);
    expect(summaryOf(row('waiting', null), rows)).toBeNull();
  });

  it('are judged by being finite, then by learning', () => {
    const verdict = (...results: TrialRow['results']) =>
      summaryOf(row('one', ...results), [])?.verdict;
    expect(verdict(lost, lost)).toBe('nonFinite');
    expect(verdict(lost, tried())).toBe('sometimesNonFinite');
    expect(verdict(tried({ skill: 0.1 }), tried({ skill: 0.2 }))).toBe('chance');
    expect(verdict(tried({ skill: 0.1 }), tried({ skill: 0.9 }))).toBe('learns');
    expect(summaryOf(row('one', lost, tried()), [])?.nonFiniteAt).toBe(2);
  });
});
