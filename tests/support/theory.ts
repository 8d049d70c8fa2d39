import { expect } from 'vitest';
import { experimentOf } from '../../src/experiment/legality';
import type { Experiment } from '../../src/experiment/schema';
import { type PredictedGradients, predictGradients } from '../../src/theory/prediction';

/** Settings that an experiment is made of. */
export type Settings = Readonly<Record<string, unknown>>;

/** A legal experiment that is taken as it was asked for. */
export function legal(settings: Settings): Experiment {
  const { experiment, refusals } = experimentOf({
    samples: 256,
    validationSplit: 0,
    batchSize: 64,
    gain: 1,
    normEpsilon: 1e-8,
    ...settings,
  });
  expect(refusals).toEqual([]);
  return experiment;
}

/** What predictions are anchored in. */
export const measured = { inputMeanSquare: 1, lastGradient: 0.01 };

/** What theory says of the gradients of an experiment. */
export function predicted(settings: Settings): PredictedGradients {
  const prediction = predictGradients(legal(settings), measured);
  if ('reason' in prediction) throw new Error(prediction.reason);
  return prediction;
}

/** Holds a number to another, relative where that is above 1. */
export function expectClose(actual: number, wanted: number, tolerance = 1e-6): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
}
