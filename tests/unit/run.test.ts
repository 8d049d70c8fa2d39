import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Key } from '../../src/experiment/schema';
import { experimentAt, heldSince } from '../../src/state/store/run';

const changed = (step: number, key: Key, to: number | boolean, ticket?: number) => ({
  step,
  changes: [{ key, from: defaultExperiment[key], to }],
  ...(ticket !== undefined && { ticket }),
});

const run = {
  began: { ...defaultExperiment, learningRate: 0.05 },
  events: [
    changed(10, 'clipByGlobalNorm', true),
    changed(20, 'learningRate', 1e-4),
    changed(30, 'clipByGlobalNorm', false),
    changed(40, 'learningRate', 1e-5, 7),
  ],
};

describe('a run looked back on', () => {
  it('tells the settings that were in force at a step', () => {
    const at = (step: number) => {
      const { learningRate, clipByGlobalNorm } = experimentAt(run, step);
      return [learningRate, clipByGlobalNorm];
    };
    expect([9, 10, 20, 29, 30].map(at)).toEqual([
      [0.05, false],
      [0.05, true],
      [1e-4, true],
      [1e-4, true],
      [1e-4, false],
    ]);
  });

  it('leaves out what the worker has not answered', () => {
    expect(experimentAt(run, 50).learningRate).toBe(1e-4);
  });

  it('tells since when a setting stood as it did, not as it does', () => {
    expect([5, 25, 35].map((step) => heldSince(run, 'clipByGlobalNorm', step))).toEqual([
      0, 10, 30,
    ]);
  });
});
