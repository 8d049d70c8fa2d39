import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { costOf } from '../../src/experiment/budget';
import { defaultExperiment } from '../../src/experiment/schema';
import { createPool } from '../../src/study/pool';
import type { Report, Request } from '../../src/worker/protocol';
import { tried } from '../support/outcomes';

const never = new AbortController().signal;
const task = { experiment: defaultExperiment, steps: 3 };

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
    const lost = expect(first).rejects.toThrow(/^silent \d+$/);
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
