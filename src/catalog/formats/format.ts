import type { Fields } from '../../base/field';
import type { Ops, Tensor } from '../../ops/ops';
import type { Entry } from '../entry';

/** The number format of the signals of a network: its activations and its gradients. */
export interface NumberFormat<Id extends string = string, F extends Fields = Fields>
  extends Entry<Id, F> {
  /** Its largest finite value; what rounds to more is ±Inf. */
  readonly largest: number;
  /** Rounds every component to the format; left out where tensors are in it already. */
  round?(ops: Ops, x: Tensor): Tensor;
}

/** Declares a number format, keeping the types of its id and fields. */
export function format<const Id extends string, const F extends Fields>(
  entry: NumberFormat<Id, F>,
): NumberFormat<Id, F> {
  return entry;
}
