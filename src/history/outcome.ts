import { decimate, type Point } from './decimate';
import { growthAt } from './growth';
import type { History } from './history';
import { absent, type NonFinite, type StepMeasure } from './measures';
import { newestOf } from './newest';

/** What guessing would score: the accuracy of always answering the most common class, or the loss of always answering the mean. */
export type Guess = { readonly accuracy: number } | { readonly loss: number };

/** How a whole training went, in a few numbers. NaN stands where a number has no meaning. */
export interface Outcome {
  /** Steps taken. */
  readonly steps: number;
  readonly nonFinite: NonFinite | null;
  /** Growth of `‖∂L/∂h‖` per layer at step 0; NaN below depth 3. */
  readonly growth: number;
  /** The same at the last step. */
  readonly lastGrowth: number;
  /** Norm of the gradient of all parameters at step 0. */
  readonly gradient: number;
  /** Norm of the first update, over all parameters. */
  readonly change: number;
  /** Mean training loss over the last tenth of the steps; NaN where one of them is not finite. */
  readonly loss: number;
  /** Mean training accuracy over the last tenth of the steps; NaN for a regression, and where the loss is not finite. */
  readonly accuracy: number;
  /** Newest validation loss and accuracy. */
  readonly validationLoss: number;
  readonly validationAccuracy: number;
  /**
   * The share of the way from guessing to perfect that the last tenth of the steps has covered: 0 for
   * guessing, 1 without a mistake; for a regression R². NaN where the training was not finite.
   */
  readonly skill: number;
  /** Training loss over the steps, thinned without losing a spike. */
  readonly losses: readonly Point[];
}

/** The skill from which on a network counts as learning: a quarter of the way to perfect. */
export const leastSkill = 0.25;

/** Most points of the loss that an outcome keeps. */
const mostPoints = 60;

/** Sums up the records of a training. */
export function outcomeOf(history: History, nonFinite: NonFinite | null, guess: Guess): Outcome {
  const newest = history.length - 1;
  const lateLoss = lateMean(history, 'loss');
  const isLost = nonFinite !== null || !Number.isFinite(lateLoss);
  const loss = isLost ? Number.NaN : lateLoss;
  const accuracy = isLost ? Number.NaN : lateMean(history, 'accuracy');
  const skill =
    'accuracy' in guess
      ? (accuracy - guess.accuracy) / (1 - guess.accuracy)
      : 1 - loss / guess.loss;
  return {
    steps: history.at(newest, 'step'),
    nonFinite,
    growth: growthAt(history, 0)?.perLayer ?? Number.NaN,
    lastGrowth: growthAt(history, newest)?.perLayer ?? Number.NaN,
    gradient: history.at(0, 'gradNorm'),
    change: firstChange(history),
    loss,
    accuracy,
    validationLoss: known(newestOf(history, 'validationLoss')),
    validationAccuracy: known(newestOf(history, 'validationAccuracy')),
    skill,
    losses: decimate(
      {
        length: history.length,
        step: (index) => history.at(index, 'step'),
        value: (index) => history.at(index, 'loss'),
      },
      mostPoints,
    ),
  };
}

/** The mean of a measure over the last tenth of the records; NaN where it was not measured. */
function lateMean(history: History, measure: StepMeasure): number {
  const count = Math.max(1, Math.ceil(history.length / 10));
  const values = Array.from({ length: count }, (_, back) =>
    history.at(history.length - 1 - back, measure),
  );
  if (values.includes(absent)) return Number.NaN;
  return values.reduce((sum, value) => sum + value, 0) / count;
}

/** `‖Δθ‖` of step 0: the layers' norms taken together. */
function firstChange(history: History): number {
  const layers = Array.from({ length: history.shape.depth }, (_, offset) =>
    history.layerAt(0, 'change', offset + 1),
  );
  return Math.hypot(...layers);
}

function known(value: number): number {
  return value === absent ? Number.NaN : value;
}
