import type { Fields, Values } from '../../base/field';
import type { RandomStream } from '../../base/random';
import type { Entry } from '../entry';

/** How the weights of a layer are drawn before training; biases always start at 0. */
export interface Initializer<Id extends string = string, F extends Fields = Fields>
  extends Entry<Id, F> {
  /** Draws `[fanIn, fanOut]`, row-major, in float64; the experiment's gain multiplies it afterwards. */
  draw(stream: RandomStream, fanIn: number, fanOut: number, settings: Values<F>): Float64Array;
  /** Variance of one weight before the gain; left out where weights are not random. */
  variance?(fanIn: number, fanOut: number, settings: Values<F>): number;
  /** Whether all singular values of a square weight are equal: it scatters no lengths. */
  readonly isometric?: boolean;
}

/** Declares an initializer, keeping the types of its id and fields. */
export function initializer<const Id extends string, const F extends Fields>(
  entry: Initializer<Id, F>,
): Initializer<Id, F> {
  return entry;
}
