import { activations } from '../catalog/activations';
import { entryOf } from '../catalog/entry';
import { initializers } from '../catalog/initializers';
import { normalizations } from '../catalog/normalizations';
import type { Experiment } from '../experiment/schema';
import { normalizedBatchOf } from './propagation';
import { isNormalized, isResidual, losesVariance } from './variance';

/** The most values over which a normalization has no finite mean gradient: `(N − 2)/(N − 3)`. */
const tooFew = 3;

/** Why mean-field theory predicts nothing: `i18n/theory` says it. */
export type NoTheory =
  | 'shallow'
  | 'notRandom'
  | 'smallBatch'
  | 'narrow'
  | 'noAnchor'
  | 'noFixedPoint';

/** Where the theory is known to be off: `i18n/theory` says it. */
export type Caveat = 'biasedSkip' | 'measuredSlopes' | 'noFixedPoint';

/** Why mean-field theory predicts no gradients of an experiment; undefined where it does. */
export function reasonAgainst(
  experiment: Experiment,
  inputMeanSquare: number,
  lastGradient: number,
): NoTheory | undefined {
  if (experiment.depth < 3) return 'shallow';
  if (!entryOf(initializers, experiment.initializer).variance) return 'notRandom';
  if (isOverFewSamples(experiment)) return 'smallBatch';
  const { method } = entryOf(normalizations, experiment.normalization);
  if (method?.over === 'features' && experiment.width <= tooFew) return 'narrow';
  const positive = (value: number) => value > 0 && value < Number.POSITIVE_INFINITY;
  return positive(inputMeanSquare) && positive(lastGradient) ? undefined : 'noAnchor';
}

/** Whether a batch normalization takes its statistics over so few samples that their spread is chance. */
export function isOverFewSamples(experiment: Experiment): boolean {
  const { method } = entryOf(normalizations, experiment.normalization);
  return method?.over === 'batch' && normalizedBatchOf(experiment) <= tooFew;
}

/** Why mean-field theory predicts no activations of an experiment; undefined where it does. */
export function reasonAgainstActivations(experiment: Experiment): NoTheory | undefined {
  if (!entryOf(initializers, experiment.initializer).variance) return 'notRandom';
  return losesVariance(experiment) ? 'noFixedPoint' : undefined;
}

/** Where the theory is known to be off for an experiment, with measured slopes or without; undefined where it is not. */
export function caveatOf(experiment: Experiment, fromSlopes: boolean): Caveat | undefined {
  if (hasBiasedSkip(experiment)) return 'biasedSkip';
  if (!losesVariance(experiment)) return undefined;
  return fromSlopes ? 'measuredSlopes' : 'noFixedPoint';
}

/** A skip beside an activation function of mean other than 0, with nothing that takes the mean out. */
function hasBiasedSkip(experiment: Experiment): boolean {
  const { m1 } = entryOf(activations, experiment.activation).moments(4, experiment);
  return isResidual(experiment) && !isNormalized(experiment) && Math.abs(m1) > 0.01;
}
