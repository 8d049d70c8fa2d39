import { describe, expect, it } from 'vitest';
import { experimentOf } from '../../src/experiment/legality';
import { createHistory } from '../../src/history/history';
import { recordShape, recordWidth, stepColumn } from '../../src/history/record';
import { firstExperiment, isFirstLook } from '../../src/state/address/firstExperiment';
import { pace } from '../../src/state/run/replay';
import { judgedIndex } from '../../src/state/store/app';
import { lastFinite } from '../../src/state/store/run';
import { recordingOf } from '../support/runs';

describe('the pace of a replay', () => {
  it('shows every step of a short run for 0.6 s', () => {
    const stepAt = pace(3, false);
    expect([0, 599, 600, 1300, 2399].map(stepAt)).toEqual([0, 0, 1, 2, 3]);
    expect(stepAt(2400)).toBeGreaterThan(3);
  });

  it('takes 6 s for a long run, from its first step to its last', () => {
    const stepAt = pace(599, false);
    expect([0, 3000, 5999].map(stepAt)).toEqual([0, 300, 599]);
    expect(stepAt(6000)).toBeGreaterThan(599);
  });

  it('shows five steps, spread evenly, to those who asked for less motion', () => {
    const stepAt = pace(400, true);
    const shown = Array.from({ length: 60 }, (_, tenth) => stepAt(100 * tenth));
    expect([...new Set(shown)]).toEqual([0, 100, 200, 300, 400]);
  });
});

describe('a run that stopped being finite', () => {
  const shape = recordShape(3);
  const history = createHistory(shape);
  for (const step of [0, 1, 2]) {
    const row = new Float64Array(recordWidth(shape));
    row[stepColumn(shape, 'step')] = step;
    history.append(row);
  }
  const nonFinite = { step: 2, layer: 1, tensor: 'activation' } as const;
  const run = recordingOf(firstExperiment, history, { nonFinite });

  it('is left at its last finite step, with the verdict on what came of it', () => {
    expect(lastFinite(run)).toBe(1);
    expect(judgedIndex(run, 1)).toBe(2);
    expect(judgedIndex(run, 0)).toBe(0);
    expect(judgedIndex(run, null)).toBe(2);
  });

  it('has no such step where it was never finite, or is', () => {
    expect(lastFinite({ ...run, nonFinite: { ...nonFinite, step: 0 } })).toBeNull();
    expect(lastFinite({ ...run, nonFinite: null })).toBeNull();
  });
});

it('the experiment that a page opens with is the exploding network of the defaults', () => {
  expect(firstExperiment).toMatchObject({ dataset: 'moons', learningRate: 0.01, gain: 1.5 });
  expect(isFirstLook(firstExperiment)).toBe(true);
  expect(isFirstLook({ ...firstExperiment, gain: 1 })).toBe(false);
  expect(isFirstLook(experimentOf({}).experiment)).toBe(true);
});
