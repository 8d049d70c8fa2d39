import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { createHistory } from '../../src/history/history';
import { emptyRecord, recordShape, stepColumn } from '../../src/history/record';
import { runStep, stepAt } from '../../src/state/learn/lessons';
import { runScenario } from '../../src/state/learn/scenarios';
import { begin } from '../../src/state/run/actions';
import { app } from '../../src/state/store/app';
import type { Request } from '../../src/worker/protocol';
import { measuredRun, recordingOf } from '../support/runs';

const asked: Request[] = [];

vi.stubGlobal(
  'Worker',
  class {
    postMessage(request: Request) {
      asked.push(request);
    }
  },
);

afterAll(() => vi.unstubAllGlobals());

/** A run of one's own that was trained for long, and another just begun, which is not measured yet. */
beforeEach(() => {
  const { experiment, run } = app.getState();
  const history = createHistory(recordShape(experiment.depth));
  const row = emptyRecord(history.shape);
  row[stepColumn(history.shape, 'step')] = 5000;
  history.append(row);
  app.setState({ run: measuredRun(recordingOf(experiment, history), { id: run.id }) });
  begin(experiment);
  asked.length = 0;
});

it('a step of a lesson runs all its steps after a longer run of one’s own', () => {
  const open = stepAt({ id: 'depth', index: 2 });
  if (!open) throw new Error('The lesson has a third step.');
  expect(open.step.steps).toBeGreaterThan(0);
  runStep(open);
  expect(asked).toContainEqual(expect.objectContaining({ type: 'run', steps: open.step.steps }));
});

it('a scenario runs all its steps after a longer run of one’s own', () => {
  const { experiment } = app.getState();
  const text = { en: '', 'zh-CN': '' };
  runScenario({ id: 'any', title: text, story: text, experiment, steps: 30, checks: [] });
  expect(asked).toContainEqual(expect.objectContaining({ type: 'run', steps: 30 }));
});
