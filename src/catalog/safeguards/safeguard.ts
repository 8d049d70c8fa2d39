import type { Change, Fields, Values } from '../../base/field';
import type { Ops, Tensor } from '../../ops/ops';
import type { GradientTransformation } from '../../ops/parameters';
import type { Entry } from '../entry';

/** A safeguard, tagged by the stage of a step where it acts; its id is its switch. */
interface Switched<Id extends string, F extends Fields> extends Entry<Id, F> {
  /** What switching it does to a run. */
  readonly change: Change;
}

/** A penalty on the weights, added to the data loss; its gradient is part of the raw gradient. */
export interface LossSafeguard<Id extends string = string, F extends Fields = Fields>
  extends Switched<Id, F> {
  readonly stage: 'loss';
  /** The penalty `[]` of one weight tensor, of any shape. */
  penalty(ops: Ops, weight: Tensor, settings: Values<F>): Tensor;
  /** Its gradient, in the shape of the weight. */
  gradient(ops: Ops, weight: Tensor, settings: Values<F>): Tensor;
}

/** A transformation of the gradient between backward pass and optimizer, in the order of the list. */
export interface GradientSafeguard<Id extends string = string, F extends Fields = Fields>
  extends Switched<Id, F>,
    GradientTransformation<Values<F>> {
  readonly stage: 'gradient';
}

/** Declares a safeguard on the loss, keeping the types of its id and fields. */
export function lossSafeguard<const Id extends string, const F extends Fields>(
  entry: Omit<LossSafeguard<Id, F>, 'stage'>,
): LossSafeguard<Id, F> {
  return { stage: 'loss', ...entry };
}

/** Declares a safeguard on the gradient, keeping the types of its id and fields. */
export function gradientSafeguard<const Id extends string, const F extends Fields>(
  entry: Omit<GradientSafeguard<Id, F>, 'stage'>,
): GradientSafeguard<Id, F> {
  return { stage: 'gradient', ...entry };
}
