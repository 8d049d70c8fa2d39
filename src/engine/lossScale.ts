import { allFinite } from '../catalog/stacks';
import type { Operand, Ops, Tensor } from '../ops/ops';
import type { Stacks } from '../ops/parameters';
import type { Plan } from './plan';
import type { Weights } from './weights';

/** The factor of the loss at a step, and how it goes on. */
export interface LossScale {
  readonly factor: Operand;
  /** Divides gradients of the scaled loss by the factor. */
  unscale(gradients: Stacks): Stacks;
  /** What the next step starts from, given this step's gradients. */
  next(gradients: Stacks): Tensor | null;
}

/** The factor that a step's loss is multiplied by, so that small gradients survive their number format. */
export function lossScaleOf(
  ops: Ops,
  { lossScaling, settings }: Plan,
  { lossScale }: Weights,
): LossScale {
  const first = lossScaling.factor(settings);
  const { follow } = lossScaling;
  const state = follow ? (lossScale ?? ops.upload(Float32Array.of(first, 0), [2])) : null;
  const factor = state ? ops.reshape(ops.slice(state, 0, 1), []) : first;
  return {
    factor,
    unscale: (gradients) =>
      factor === 1 ? gradients : gradients.map((gradient) => ops.div(gradient, factor)),
    next: (gradients) =>
      follow && state ? follow(ops, state, allFinite(ops, gradients), settings) : null,
  };
}
