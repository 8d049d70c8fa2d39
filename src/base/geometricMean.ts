import { exp } from './elementary/exponential';
import { log } from './elementary/logarithm';
/** The geometric mean of positive numbers; NaN of none. */
export function geometricMean(values: readonly number[]): number {
  return exp(values.reduce((sum, value) => sum + log(value), 0) / values.length);
}
