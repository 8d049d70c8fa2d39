import { activations } from '../catalog/activations';
import type { Activation, SuitedWeights } from '../catalog/activations/activation';
import { entryOf } from '../catalog/entry';
import type { Experiment } from '../experiment/schema';

/** Initial weights that hold the gradient of an activation function at about its size. */
export interface Suited extends Required<SuitedWeights> {
  readonly initializer: Experiment['initializer'];
}

/** The weights that suit an experiment's activation function; null where none were measured to. */
export function suitedTo(experiment: Experiment): Suited | null {
  const activation: Activation = entryOf(activations, experiment.activation);
  const suited = activation.suited?.(experiment);
  if (!suited) return null;
  return { initializer: activation.rectifies ? 'heNormal' : 'lecunNormal', gain: 1, ...suited };
}

/** Factor of `‖∂L/∂h‖²` per layer under layer or RMS normalization, `D2(1)/M2(1)`. */
export function growthWhenNormalized(experiment: Experiment): number {
  const { d2, m2 } = entryOf(activations, experiment.activation).moments(1, experiment);
  return d2 / m2;
}

/** Whether a factor of `‖∂L/∂h‖²` per layer leaves `R` well within bounds over the hidden layers. */
export function isSteady(growth: number, depth: number): boolean {
  return Math.abs(Math.log(growth)) * (Math.max(0, depth - 2) / 2) < Math.log(20);
}
