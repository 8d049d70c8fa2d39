import type { Fields, Values } from '../../base/field';
import type { Entry } from '../entry';

/** How the learning rate changes over the steps of a run. */
export interface Schedule<Id extends string = string, F extends Fields = Fields>
  extends Entry<Id, F> {
  /** Factor of the learning rate at a step, 0 at the first. */
  factor(step: number, settings: Values<F>): number;
}

/** Declares a schedule, keeping the types of its id and fields. */
export function schedule<const Id extends string, const F extends Fields>(
  entry: Schedule<Id, F>,
): Schedule<Id, F> {
  return entry;
}
