import type { Outcome } from '../../src/history/outcome';
import type { Tried } from '../../src/study/pool';

function outcome(settings: Partial<Outcome> = {}): Outcome {
  return {
    steps: 3,
    nonFinite: null,
    growth: 1,
    lastGrowth: 1,
    gradient: 1,
    change: 1,
    loss: 1,
    accuracy: 0.5,
    validationLoss: 1,
    validationAccuracy: 0.5,
    skill: 0.5,
    losses: [],
    ...settings,
  };
}

/** A training that went well, but for what is given. */
export const tried = (settings: Partial<Outcome> = {}): Tried => ({
  outcome: outcome(settings),
  pace: 1,
});
