import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../src/history/outcome';
import { note, runMap, stateOf, unknownCells } from '../../src/study/map/cells';
import { gridOf } from '../../src/study/map/plan';
import { createPool, type Pool } from '../../src/study/pool';
import type { Report, Request } from '../../src/worker/protocol';
import { mapOf } from '../support/maps';

const outcome: Outcome = {
  ...{ steps: 0, nonFinite: null, growth: 1.5, lastGrowth: 1.5, gradient: 1, change: 1 },
  ...{ loss: 1, accuracy: 0.5, validationLoss: 1, validationAccuracy: 0.5, skill: 0.2, losses: [] },
};

const small = mapOf({
  x: { key: 'depth', from: 2, to: 5, count: 4, scale: 'linear' },
  y: { key: 'gain', from: 1, to: 2, count: 3, scale: 'linear' },
});

describe('running a map', () => {
  const index = (column: number, row: number) => row * gridOf(small).xs.length + column;

  it('loses only the cell of a worker that dies, and goes on from there', async () => {
    const run = vi.fn<Pool['run']>(async ({ experiment: { depth, gain } }) => {
      if (depth === 4 && gain === 1.5) throw new Error('died');
      return { outcome, pace: 1 };
    });
    const pool: Pool = { run, limit: () => {}, isBusy: () => true, close: () => {} };
    const cells = unknownCells(small);
    const { signal } = new AbortController();
    await runMap(pool, small, cells, signal, (...noted) => note(cells, ...noted));
    expect(stateOf(cells, index(2, 1))).toBe('lost');
    expect([0, 1, 2].map((row) => stateOf(cells, index(0, row)))).toEqual(
      Array(3).fill('impossible'),
    );
    expect(cells.values[index(3, 2)]).toBe(1.5);
    expect(run).toHaveBeenCalledTimes(9);
    expect(run.mock.calls.every(([task]) => task.steps === 0)).toBe(true);
    expect(run.mock.calls.every(([task]) => task.experiment.backend === 'wasm')).toBe(true);
    await runMap(pool, small, cells, signal, (...noted) => note(cells, ...noted));
    expect(run).toHaveBeenCalledTimes(10);
  });

  it('stops when called off, without starting another worker, and keeps what is known', async () => {
    const opened: { listen(report: Report): void; posted: Request[]; closed: boolean }[] = [];
    const pool = createPool({
      size: 2,
      idle: 1000,
      connect(listen) {
        const worker = { listen, posted: [] as Request[], closed: false };
        opened.push(worker);
        return {
          post: (request) => worker.posted.push(request),
          close: () => {
            worker.closed = true;
          },
        };
      },
    });
    const cells = unknownCells(small);
    const job = new AbortController();
    const running = runMap(pool, small, cells, job.signal, (...noted) => note(cells, ...noted));
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    const [first] = opened;
    const request = first?.posted[0];
    if (request?.type !== 'try') throw new Error('nothing was asked');
    first?.listen({ type: 'tried', run: request.run, outcome, pace: 1 });
    await vi.waitFor(() => expect(cells.values.includes(1.5)).toBe(true));
    job.abort();
    await expect(running).rejects.toBe(job.signal.reason);
    expect(opened).toHaveLength(2);
    expect(opened.every(({ closed }) => closed)).toBe(true);
    expect(cells.values.filter((value) => value === 1.5)).toHaveLength(1);
    pool.close();
  });

  it('goes on with another worker when one dies', async () => {
    let count = 0;
    const pool = createPool({
      size: 1,
      idle: 1000,
      connect(listen) {
        count += 1;
        const dies = count === 1;
        return {
          post(request) {
            if (request.type !== 'try') return;
            const { run } = request;
            queueMicrotask(() =>
              listen(
                dies
                  ? { type: 'failed', run: -1, message: 'gone' }
                  : { type: 'tried', run, outcome, pace: 1 },
              ),
            );
          },
          close: () => {},
        };
      },
    });
    const cells = unknownCells(small);
    const { signal } = new AbortController();
    await runMap(pool, small, cells, signal, (...noted) => note(cells, ...noted));
    const states = Array.from(cells.states, (_, at) => stateOf(cells, at));
    expect(states.filter((state) => state === 'lost')).toHaveLength(1);
    expect(states.filter((state) => state === 'known')).toHaveLength(8);
    pool.close();
  });
});
