import { beforeEach, describe, expect, it, vi } from 'vitest';
import { experimentOf } from '../../src/experiment/legality';
import type { Experiment } from '../../src/experiment/schema';
import { createHistory, type History } from '../../src/history/history';
import type { Replay, Report, Request, RunState } from '../../src/worker/protocol';
import { serve } from '../../src/worker/server';

/** Milliseconds that a read-back takes; 0 for a device that answers at once. */
const reading = vi.hoisted(() => ({ delay: 0 }));

vi.mock('../../src/engine/tfjs/backend', async (load) => {
  const original = await load<typeof import('../../src/engine/tfjs/backend')>();
  return {
    ...original,
    async openBackend(...asked: Parameters<typeof original.openBackend>) {
      const opened = await original.openBackend(...asked);
      if (!('ops' in opened)) return opened;
      const read: typeof opened.ops.read = async (x) => {
        const values = await opened.ops.read(x);
        if (reading.delay > 0) await new Promise((resolve) => setTimeout(resolve, reading.delay));
        return values;
      };
      return { ...opened, ops: { ...opened.ops, read } };
    },
  };
});

const small = { backend: 'cpu', depth: 3, width: 8, gain: 1, samples: 40, batchSize: 8 };

function settingsOf(settings: Readonly<Record<string, unknown>> = {}): Experiment {
  return experimentOf({ ...small, ...settings }).experiment;
}

/** A page's end of the line, which acknowledges what it gets unless told to be slow. */
function openLine(checkpointInterval = 1e9) {
  const reports: Report[] = [];
  let history: History | null = null;
  let awake = () => {};
  let slow = false;
  let ticket = 0;
  const receive = serve(
    {
      post(report) {
        reports.push(report);
        if (report.type === 'prepared') history = createHistory(report.shape);
        if (report.type === 'records') {
          history?.append(report.rows, report.shape);
          if (!slow) send({ type: 'acknowledge', run: report.run });
        }
        awake();
      },
    },
    { checkpointInterval },
  );
  const send = (request: Request) => receive(request);
  const until = async (holds: () => boolean) => {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        awake = resolve;
      });
    }
  };
  const answered = (state: RunState) => () => {
    const last = reports.findLast((report) => report.type === 'state');
    return last?.type === 'state' && last.ticket >= ticket && last.state === state;
  };
  send({ type: 'open', softwareWebgl: false });
  return {
    reports,
    until,
    answered,
    steps: () => (history ? history.at(history.length - 1, 'step') : -1),
    length: () => history?.length ?? 0,
    beSlow: () => {
      slow = true;
    },
    data: () => history?.data(),
    configure: (run: number, experiment: Experiment, to = 0, from: Replay['from'] = null) =>
      send({
        ...{ type: 'configure', run, ticket: ++ticket, experiment },
        ...(to > 0 && { replay: { from, to, amendments: [] } }),
      }),
    amend: (run: number, experiment: Experiment) =>
      send({ type: 'amend', run, ticket: ++ticket, experiment }),
    run: (run: number, steps: number | null) => send({ type: 'run', run, ticket: ++ticket, steps }),
    inspect: (run: number, step: number | null, layer: number | null, withNorms = false) =>
      send({ type: 'inspect', run, step, layer, withNorms }),
    pause: (run: number) => send({ type: 'pause', run, ticket: ++ticket }),
  };
}

/** Waits until a step is in progress on a device that is waited for. */
async function intoAStep(delay: number): Promise<void> {
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay / 3));
}

describe.each([
  ['answers at once', 0],
  ['is waited for', 3],
])('the worker’s server, on a device that %s', (_, delay) => {
  beforeEach(() => {
    reading.delay = delay;
  });
  const long = { tags: delay > 0 ? ['deep'] : [] };

  it('measures step 0 of what is configured, and trains as many steps as asked', async () => {
    const line = openLine();
    line.configure(1, settingsOf());
    await line.until(line.answered('ready'));
    expect(line.steps()).toBe(0);
    line.run(1, 7);
    await line.until(line.answered('ready'));
    expect([line.steps(), line.length()]).toEqual([7, 8]);
  });

  it('lets the last of many configurations win', async () => {
    const line = openLine();
    for (let run = 1; run <= 20; run++) line.configure(run, settingsOf({ depth: run + 2 }));
    await line.until(line.answered('ready'));
    const prepared = line.reports.filter((report) => report.type === 'prepared');
    expect(prepared.at(-1)).toMatchObject({ run: 20, shape: { depth: 22 } });
    expect(prepared.length).toBeLessThanOrEqual(2);
  });

  it('pauses after the step in progress, and then takes one when one is asked for', async () => {
    const line = openLine();
    line.configure(1, settingsOf());
    await line.until(line.answered('ready'));
    line.run(1, null);
    await line.until(() => line.steps() > 3);
    await intoAStep(delay);
    line.pause(1);
    await line.until(line.answered('ready'));
    await intoAStep(5 * delay);
    const stopped = line.steps();
    line.run(1, 1);
    await line.until(line.answered('ready'));
    expect(line.steps()).toBe(stopped + 1);
    expect(line.length()).toBe(stopped + 2);
  });

  it('reports on a run under its own number, whatever is configured meanwhile', async () => {
    const line = openLine();
    line.configure(1, settingsOf());
    await line.until(line.answered('ready'));
    line.run(1, null);
    await line.until(() => line.steps() > 1);
    line.inspect(1, null, 2);
    await intoAStep(delay);
    line.configure(2, settingsOf({ depth: 4 }));
    await line.until(line.answered('ready'));
    const reports = line.reports.filter(({ run }) => run === 2);
    expect(reports[0]?.type).toBe('prepared');
    expect(reports.filter(({ type }) => type === 'inspected')).toEqual([]);
  });

  it('ignores what names an older run', async () => {
    const line = openLine();
    line.configure(1, settingsOf());
    await line.until(line.answered('ready'));
    line.run(1, null);
    await line.until(() => line.steps() > 3);
    line.pause(1);
    await line.until(line.answered('ready'));
    const stopped = line.steps();
    line.run(0, 5);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(line.steps()).toBe(stopped);
  });

  it('takes what is asked for during a replay after it', long, async () => {
    const line = openLine();
    line.configure(1, settingsOf(), 300);
    line.run(1, 5);
    await line.until(line.answered('ready'));
    expect(line.steps()).toBe(305);
    line.configure(2, settingsOf(), 300);
    await line.until(() => line.steps() > 2);
    line.run(2, 5);
    await line.until(line.answered('ready'));
    expect(line.steps()).toBe(305);
    line.run(2, 5);
    await line.until(line.answered('ready'));
    expect(line.steps()).toBe(310);
  });

  it('finishes a replay that is paused, and then takes one step when one is asked for', async () => {
    const line = openLine();
    line.configure(1, settingsOf(), 200);
    line.run(1, null);
    await line.until(() => line.steps() > 2);
    line.pause(1);
    await line.until(line.answered('ready'));
    expect(line.steps()).toBeGreaterThanOrEqual(200);
    const reached = line.steps();
    line.run(1, 1);
    await line.until(line.answered('ready'));
    expect(line.steps()).toBe(reached + 1);
  });

  it('goes on from a checkpoint with the numbers of the run that gave it', long, async () => {
    const line = openLine(0);
    const experiment = settingsOf({ optimizer: 'adam', normalization: 'batch' });
    line.configure(1, experiment);
    line.run(1, 300);
    await line.until(line.answered('ready'));
    const rows = line.data()?.parts[0]?.rows;
    const checkpoints = line.reports.filter((report) => report.type === 'checkpoint');
    const steps = checkpoints.map(({ checkpoint }) => checkpoint.step);
    expect(steps).toEqual([...new Set(steps)]);
    const last = checkpoints.at(-1)?.checkpoint;
    expect(last?.step).toBeGreaterThan(0);
    expect(last?.step).toBeLessThanOrEqual(100);
    const next = openLine();
    next.configure(2, experiment, 290, structuredClone(last));
    next.run(2, 10);
    await next.until(next.answered('ready'));
    expect(next.steps()).toBe(300);
    expect(next.length()).toBe(301 - (last?.step ?? 0));
    expect(next.data()?.parts[0]?.rows).toEqual(
      rows?.subarray(-(next.data()?.parts[0]?.rows.length ?? 0)),
    );
  });

  it('waits for a page that does not keep up', long, async () => {
    const line = openLine();
    line.configure(1, settingsOf({ depth: 100, width: 1 }));
    await line.until(line.answered('ready'));
    line.beSlow();
    line.run(1, null);
    const stepReached = async () => {
      const answers = () => line.reports.filter((report) => report.type === 'inspected');
      const before = answers().length;
      line.inspect(1, null, null);
      await line.until(() => answers().length > before);
      return answers().at(-1)?.step ?? Number.NaN;
    };
    const stalled = async (before: number): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const now = await stepReached();
      return now === before ? now : stalled(now);
    };
    expect(await stalled(-1)).toBeGreaterThan(0);
    line.pause(1);
    await line.until(line.answered('ready'));
  });

  it('answers what needs the weights of a step, the last of many inquiries', async () => {
    const line = openLine();
    line.configure(1, settingsOf());
    await line.until(line.answered('ready'));
    line.run(1, 6);
    await line.until(line.answered('ready'));
    const answers = () => line.reports.filter((report) => report.type === 'inspected');
    for (const step of [0, 1, 4]) line.inspect(1, step, 2);
    await line.until(() => answers().length > 0);
    expect(answers()).toMatchObject([{ run: 1, step: 4, layer: 2, inspection: { step: 4 } }]);
    line.inspect(1, null, null);
    await line.until(() => answers().length > 1);
    expect(answers()[1]).toMatchObject({ step: 6, layer: null, inspection: { layer: null } });
    expect(answers()[1]).toMatchObject({ inspection: { norms: null } });
    line.inspect(1, 99, null);
    await line.until(() => answers().length > 2);
    expect(answers()[2]).toMatchObject({ inspection: null });
    line.inspect(1, null, null, true);
    await line.until(() => answers().length > 3);
    const [last] = answers().slice(3);
    const norms = last?.type === 'inspected' ? last.inspection?.norms : null;
    expect(norms).toHaveLength(settingsOf().depth);
  });

  it('takes live changes without starting over', async () => {
    const line = openLine();
    line.configure(1, settingsOf());
    await line.until(line.answered('ready'));
    line.run(1, 4);
    await line.until(line.answered('ready'));
    line.amend(1, settingsOf({ learningRate: 0.1 }));
    await line.until(line.answered('ready'));
    expect(line.steps()).toBe(4);
    expect(line.length()).toBe(5);
  });

  it('stops where training goes non-finite, and stays there', async () => {
    const line = openLine();
    line.configure(
      1,
      settingsOf({ depth: 30, gain: 10, loss: 'meanSquaredError', learningRate: 1 }),
    );
    await line.until(() => line.reports.some((report) => report.type === 'records'));
    line.run(1, null);
    await line.until(line.answered('nonFinite'));
    const stopped = line.steps();
    line.run(1, 5);
    await line.until(line.answered('nonFinite'));
    expect(line.steps()).toBe(stopped);
    const state = line.reports.findLast((report) => report.type === 'state');
    expect(state).toMatchObject({ nonFinite: { step: stopped } });
  });
});
