import type { Fields, Values } from '../../base/field';
import type { GradientTransformation } from '../../ops/parameters';
import type { Entry } from '../entry';

/**
 * An optimizer: the last gradient transformation, which returns `Δθ`, the change of the parameters,
 * already scaled by the learning rate.
 */
export interface Optimizer<Id extends string = string, F extends Fields = Fields>
  extends Entry<Id, F>,
    GradientTransformation<Values<F> & { readonly learningRate: number }> {
  /** The highest learning rate at which changes of the network were measured to help training. */
  readonly soundRate: number;
}

type Declared<O extends Optimizer> = Omit<O, 'soundRate'> & Partial<Pick<O, 'soundRate'>>;

/** Declares an optimizer, keeping the types of its id and fields; its sound rate is 0.001 unless it says another. */
export function optimizer<const Id extends string, const F extends Fields>(
  entry: Declared<Optimizer<Id, F>>,
): Optimizer<Id, F> {
  return { soundRate: 0.001, ...entry };
}
