import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report, Request } from '../../src/worker/protocol';

/** Workers as the page starts them; they say what a test tells them to. */
const workers: FakeWorker[] = [];

class FakeWorker {
  onmessage: ((event: { data: Report }) => void) | null = null;
  readonly requests: Request[] = [];
  ended = false;

  constructor() {
    workers.push(this);
  }

  postMessage(request: Request): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.ended = true;
  }

  say(report: Report): void {
    this.onmessage?.({ data: report });
  }

  /** Answers the last request with the state it leads to. */
  answer(state: 'ready' | 'running'): void {
    const asked = this.requests.findLast((request) => 'ticket' in request);
    if (!asked || !('ticket' in asked)) throw new Error('nothing was asked');
    const { run, ticket } = asked;
    this.say({ type: 'state', run, ticket, state, nonFinite: null });
  }
}

const page = { hidden: false, isStill: false };

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  workers.length = 0;
  Object.assign(page, { hidden: false, isStill: false });
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('document', {
    get hidden() {
      return page.hidden;
    },
    addEventListener() {},
  });
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    return page.isStill ? 0 : setTimeout(draw, 16);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page whose worker has prepared an experiment, and trains it if told to. */
async function openPage(settings: Readonly<Record<string, unknown>> = {}, trains = true) {
  const { app } = await import('../../src/state/store/app');
  const { change, restart, train } = await import('../../src/state/run/actions');
  const { connection } = await import('../../src/state/run/connection');
  const { recordShape, emptyRecord } = await import('../../src/history/record');
  connection.watch();
  change(settings);
  restart();
  const [worker] = workers;
  if (!worker) throw new Error('no worker');
  const run = () => app.getState().run;
  const shape = recordShape(app.getState().experiment.depth);
  const record = () =>
    worker.say({ type: 'records', run: run().id, shape, rows: emptyRecord(shape), pace: 1 });
  if (trains) {
    worker.say({
      ...{ type: 'prepared', run: run().id, shape },
      backend: { backend: 'wasm', accelerated: false, reason: { kind: 'pinned' } },
    });
    record();
    worker.answer('ready');
    await seconds(0.1);
    train();
    worker.answer('running');
    await seconds(0.1);
    expect(run().state).toBe('running');
  }
  return { worker, run, record };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

describe('a worker that says nothing', () => {
  it('while it trains is given up after ten seconds, and a new one goes on', async () => {
    const { worker, run } = await openPage();
    await seconds(9);
    expect(worker.ended).toBe(false);
    await seconds(2);
    expect(worker.ended).toBe(true);
    expect(run()).toMatchObject({ state: 'preparing', recovery: { message: 'silent 10' } });
    expect(workers).toHaveLength(2);
  });

  it('is waited for while it gives signs of life in a long step, however long', async () => {
    const { worker, run } = await openPage();
    for (let second = 0; second < 600; second += 2) {
      worker.say({ type: 'alive', run: run().id });
      await seconds(2);
    }
    expect(worker.ended).toBe(false);
    await seconds(11);
    expect(worker.ended).toBe(true);
  });

  it('while it prepares is waited for a minute', async () => {
    const { worker } = await openPage({}, false);
    await seconds(58);
    expect(worker.ended).toBe(false);
    await seconds(4);
    expect(worker.ended).toBe(true);
  });

  it('with one of the largest networks is waited for as long as a slow machine prepares it', async () => {
    const largest = { depth: 100, width: 256, samples: 2000, batchSize: 512, backend: 'wasm' };
    const { worker, run } = await openPage(largest, false);
    await seconds(240);
    expect(run().state).toBe('preparing');
    expect(worker.ended).toBe(false);
    await seconds(60);
    expect(worker.ended).toBe(true);
  });

  it('is not missed while nothing is asked of it', async () => {
    const { worker, run } = await openPage({}, true);
    const { pause } = await import('../../src/state/run/actions');
    pause();
    worker.answer('ready');
    await seconds(600);
    expect(run().state).toBe('ready');
    expect(worker.ended).toBe(false);
  });

  it('is not missed by a page that is hidden', async () => {
    const { worker } = await openPage();
    page.hidden = true;
    await seconds(600);
    expect(worker.ended).toBe(false);
  });

  it('is heard again by a page that draws no frames', async () => {
    const { record, run } = await openPage();
    page.isStill = true;
    const revision = run().recording?.revision ?? 0;
    record();
    await seconds(1);
    expect(run().recording?.revision).toBe(revision + 1);
  });

  it('is not missed by a page that slept itself', async () => {
    const { worker, record } = await openPage();
    vi.setSystemTime(Date.now() + 600_000);
    await seconds(1);
    record();
    await seconds(9);
    expect(worker.ended).toBe(false);
  });
});
