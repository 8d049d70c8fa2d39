import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHistory, type History } from '../../src/history/history';
import { emptyRecord, recordShape, stepColumn } from '../../src/history/record';
import { change, restart } from '../../src/state/run/actions';
import { releaseSuperseded } from '../../src/state/run/superseded';
import { pin, pinReplaced } from '../../src/state/saved/pins';
import { app } from '../../src/state/store/app';
import { measuredRun, recordingOf } from '../support/runs';

vi.stubGlobal(
  'Worker',
  class {
    postMessage() {}
  },
);
releaseSuperseded();

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Records up to a step, as the worker’s first report of a run brings them. */
function record(step: number): History {
  const { run, experiment } = app.getState();
  const shape = recordShape(experiment.depth);
  const history = createHistory(shape);
  for (const at of new Set([0, step])) {
    const row = emptyRecord(shape);
    row[stepColumn(shape, 'step')] = at;
    history.append(row);
  }
  const recorded = measuredRun(recordingOf(experiment, history));
  app.setState({ run: { ...recorded, id: run.id, asked: run.asked, answered: run.asked } });
  return history;
}

it('a history is emptied when the next run is measured, and not before', () => {
  restart();
  const old = record(5);
  restart();
  vi.runAllTimers();
  expect(old.length).toBe(2);
  const next = record(0);
  vi.runAllTimers();
  expect(old.length).toBe(0);
  expect(next.length).toBe(1);
});

it('that of a run put aside stays until nothing leads back to it', () => {
  restart();
  const aside = record(5);
  change({ gain: 1.1 });
  const between = record(0);
  change({ gain: 1.2 });
  record(0);
  vi.runAllTimers();
  expect(app.getState().replaced?.recording.history).toBe(aside);
  expect(between.length).toBe(0);
  expect(aside.length).toBe(2);
  pinReplaced();
  vi.runAllTimers();
  expect(aside.length).toBe(0);
  expect(app.getState().baselines.at(-1)?.history.length).toBe(2);
});

it('a pinned run keeps its records', () => {
  restart();
  const shown = record(5);
  pin();
  restart();
  record(0);
  vi.runAllTimers();
  expect(shown.length).toBe(0);
  expect(app.getState().baselines.at(-1)?.history.length).toBe(2);
});
