import type { Fields, Values } from '../../base/field';
import type { Entry } from '../entry';

/** The factors of `h' = skip·h + branch·φ(…)`. */
export interface ResidualWeights {
  readonly skip: number;
  readonly branch: number;
}

/** How a hidden layer passes its input on beside its own output, where both have one width. */
export interface Residual<Id extends string = string, F extends Fields = Fields>
  extends Entry<Id, F> {
  /** The factors in a network of this depth (weight layers); null where nothing is passed on. */
  weights(depth: number, settings: Values<F>): ResidualWeights | null;
}

/** Declares a form of residual connection, keeping the types of its id and fields. */
export function residual<const Id extends string, const F extends Fields>(
  entry: Residual<Id, F>,
): Residual<Id, F> {
  return entry;
}
