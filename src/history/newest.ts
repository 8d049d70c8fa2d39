import type { History } from './history';
import { absent, type StepMeasure } from './measures';

/** The index of the last of the records 0 … `from` at which a value was measured; −1 where it was at none. */
export function lastMeasured(value: (index: number) => number, from: number): number {
  for (let index = from; index >= 0; index--) {
    if (value(index) !== absent) return index;
  }
  return -1;
}

/**
 * The last value of a measure up to a record: validation is not measured at every step. `absent` where a run does not
 * measure it, which its first record tells: every run measures at step 0 whatever it ever measures.
 */
export function newestOf(
  history: History,
  measure: StepMeasure,
  from = history.length - 1,
): number {
  if (history.at(0, measure) === absent) return absent;
  return history.at(
    lastMeasured((index) => history.at(index, measure), from),
    measure,
  );
}
