import type { Fields, Values } from '../../base/field';
import type { GradientTransformation } from '../../ops/parameters';
import type { Entry } from '../entry';

/**
 * An optimizer: the last gradient transformation, which returns `Δθ`, the change of the parameters,
 * already scaled by the learning rate.
 */
export interface Optimizer<Id extends string = string, F extends Fields = Fields>
  extends Entry<Id, F>,
    GradientTransformation<Values<F> & { readonly learningRate: number }> {}

/** Declares an optimizer, keeping the types of its id and fields. */
export function optimizer<const Id extends string, const F extends Fields>(
  entry: Optimizer<Id, F>,
): Optimizer<Id, F> {
  return entry;
}
