import type { Ops, Tensor } from '../../ops/ops';
import type { Entry } from '../entry';

/** What the output of a network is judged by. */
export interface Loss<Id extends string = string> extends Entry<Id> {
  /** Whether the target must be a class, as a one-hot row. */
  readonly needsClasses: boolean;
  /**
   * The mean loss `[]` of outputs against targets, both `[batch, outputs]`, and its gradient
   * `δ_D = ∂L/∂output`, `[batch, outputs]`.
   */
  evaluate(
    ops: Ops,
    output: Tensor,
    target: Tensor,
  ): { readonly loss: Tensor; readonly gradient: Tensor };
}

/** Declares a loss, keeping the type of its id. */
export function loss<const Id extends string>(entry: Loss<Id>): Loss<Id> {
  return entry;
}
