import type { Fields, Values } from '../../base/field';
import type { Ops, Tensor } from '../../ops/ops';
import type { Entry } from '../entry';

/**
 * How the loss is multiplied before the backward pass, and the gradient divided after it, so that
 * small gradients survive a number format with a short range.
 */
export interface LossScaling<Id extends string = string, F extends Fields = Fields>
  extends Entry<Id, F> {
  /** The factor, at the first step if it follows the gradients. */
  factor(settings: Values<F>): number;
  /**
   * The factor and the number of steps it has stood, `[2]`, after a step; `finite` `[]` masks whether
   * its gradient was finite, and where it was not the step is dropped. Left out where the factor is constant.
   */
  follow?(ops: Ops, state: Tensor, finite: Tensor, settings: Values<F>): Tensor;
}

/** Declares a way to scale the loss, keeping the types of its id and fields. */
export function lossScaling<const Id extends string, const F extends Fields>(
  entry: LossScaling<Id, F>,
): LossScaling<Id, F> {
  return entry;
}
