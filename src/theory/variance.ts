import { activations } from '../catalog/activations';
import { entryOf } from '../catalog/entry';
import { normalizations } from '../catalog/normalizations';
import { residuals } from '../catalog/residuals';
import type { Experiment } from '../experiment/schema';

/**
 * Whether the variance of the signal has no stable fixed point at any gain: none where `E φ²/q`
 * rises with q, as for GELU and SiLU, and neither normalization nor skip holds the variance up.
 */
export function losesVariance(experiment: Experiment): boolean {
  if (isNormalized(experiment) || isResidual(experiment)) return false;
  const activation = entryOf(activations, experiment.activation);
  const share = (variance: number) => activation.moments(variance, experiment).m2 / variance;
  return share(4) > 1.01 * share(1);
}

/** Whether the preactivations are normalized, so that the size of the weights cancels. */
export function isNormalized({ normalization }: Experiment): boolean {
  return entryOf(normalizations, normalization).method !== undefined;
}

/** Whether hidden layers have skips. */
export function isResidual(experiment: Experiment): boolean {
  return entryOf(residuals, experiment.residual).weights(experiment.depth, experiment) !== null;
}
