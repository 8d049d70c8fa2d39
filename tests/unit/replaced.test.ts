import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../src/history/history';
import { emptyRecord, recordShape, stepColumn } from '../../src/history/record';
import { change, changeAnew, restart, train } from '../../src/state/run/actions';
import { isPinned, pin, pinReplaced, runNow } from '../../src/state/saved/pins';
import { app } from '../../src/state/store/app';
import type { KeptRun } from '../../src/state/store/kept';
import { measuredRun, recordingOf } from '../support/runs';

vi.mock('../../src/state/run/connection', () => ({ connection: { post() {} } }));

/** Puts a run on screen that has taken so many steps. */
function trained(steps: number) {
  const { experiment } = app.getState();
  const shape = recordShape(experiment.depth);
  const history = createHistory(shape);
  for (let step = 0; step <= steps; step++) {
    const record = emptyRecord(shape);
    record[stepColumn(shape, 'step')] = step;
    history.append(record);
  }
  const run = measuredRun(recordingOf(experiment, history));
  app.setState({ run, replaced: null, baselines: [], shelf: [] });
  return run;
}

describe('a run that a change replaces', () => {
  beforeEach(() => {
    app.setState(({ experiment }) => ({
      experiment: { ...experiment, width: 16, learningRate: 0.01 },
    }));
  });

  it('is put aside with its steps, through further changes, and can be pinned', () => {
    const run = trained(60);
    change({ width: 24 });
    change({ width: 32 });
    expect(app.getState().replaced?.recording).toBe(run.recording);
    expect(app.getState().replaced?.experiment.width).toBe(16);
    pinReplaced();
    const { baselines, replaced } = app.getState();
    expect(replaced).toBeNull();
    expect(baselines).toHaveLength(1);
    expect(baselines[0]?.experiment.width).toBe(16);
    expect(baselines[0]?.history.length).toBe(61);
  });

  it('is nothing to tell where no step was taken, or the run goes on', () => {
    trained(0);
    change({ width: 24 });
    expect(app.getState().replaced).toBeNull();
    trained(60);
    change({ learningRate: 0.02 });
    expect(app.getState().replaced).toBeNull();
  });

  it('is forgotten once training goes on and on Reset', () => {
    for (const leave of [() => train(1), restart]) {
      trained(60);
      change({ width: app.getState().experiment.width + 1 });
      expect(app.getState().replaced).not.toBeNull();
      leave();
      expect(app.getState().replaced).toBeNull();
    }
  });

  it('is put aside by a fix that begins anew too, even one that could have gone on', () => {
    for (const changes of [{ width: 24 }, { learningRate: 0.02 }]) {
      const run = trained(60);
      changeAnew(changes);
      expect(app.getState().run.id).toBe(run.id + 1);
      expect(app.getState().replaced?.recording).toBe(run.recording);
    }
  });

  it('stays as it was, under its own settings, where others are refused as too large', () => {
    const run = trained(60);
    change({ width: 256, depth: 100, samples: 4096, batchSize: 1024 });
    expect(app.getState().run.state).toBe('refused');
    expect(app.getState().run.recording).toBe(run.recording);
    expect(app.getState().replaced?.recording).toBe(run.recording);
    change({ depth: 99 });
    expect(app.getState().run).toMatchObject({ excess: [{}] });
    change({ width: 24, depth: 10 });
    expect(app.getState().run.state).toBe('preparing');
    expect(app.getState().replaced?.recording).toBe(run.recording);
    expect(app.getState().replaced?.experiment.width).toBe(16);
    expect(app.getState().run).toMatchObject({ recording: null, before: run.recording });
  });

  it('needs no pin where it has one', () => {
    const run = trained(60);
    expect(isPinned(run.recording, app.getState().baselines)).toBe(false);
    pin();
    expect(isPinned(run.recording, app.getState().baselines)).toBe(true);
  });

  it('gets a name that no kept run has', () => {
    trained(60);
    const named = (name: string) => ({ ...(runNow(name) as KeptRun), id: name });
    app.setState({ shelf: ['A', 'B', 'C', 'D', 'A 6'].map(named) });
    pin();
    pin();
    const names = app.getState().baselines.map(({ name }) => name);
    expect(names).toEqual(['A 5', 'A 7']);
  });
});
