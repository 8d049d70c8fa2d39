/** The mean of numbers and their mean squared distance from it; NaN of none. */
export function meanAndVariance(values: readonly number[] | Float32Array): {
  readonly mean: number;
  readonly variance: number;
} {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, variance: squares / values.length };
}
