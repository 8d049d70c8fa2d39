import type { Fields, Values } from '../../base/field';
import type { Entry, Source } from '../entry';

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

/** Where identities beside layers come from. */
export const deepResidualLearning: Source = {
  authors: 'K. He, X. Zhang, S. Ren, J. Sun',
  year: 2016,
  title: 'Deep Residual Learning for Image Recognition',
};

/** Declares a form of residual connection, keeping the types of its id and fields. */
export function residual<const Id extends string, const F extends Fields>(
  entry: Residual<Id, F>,
): Residual<Id, F> {
  return entry;
}
