/** The values at which floating-point operations differ: zero, tiny, huge, ±Inf, NaN and some plain ones. */
export const special: readonly number[] = [
  0,
  1e-37,
  -1e-37,
  0.5,
  -0.5,
  1,
  -1,
  7,
  -7,
  90,
  -90,
  1e20,
  -1e20,
  3e38,
  -3e38,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
].map(Math.fround);

/** How far a float32 answer may be from float64 arithmetic rounded to float32. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

const single: Tolerance = { relative: 1e-5, absolute: 3e-7 };

/** Lists where an answer is not what it should be, by `describe(index)`; ±Inf and NaN must be exact. */
export function deviations(
  actual: ArrayLike<number>,
  expected: readonly number[],
  describe: (index: number) => string,
  { relative, absolute }: Tolerance = single,
): readonly string[] {
  return expected.flatMap((wanted, index) => {
    const got = at(actual, index);
    const rounded = Math.fround(wanted);
    if (got === rounded || (Number.isNaN(got) && Number.isNaN(rounded))) return [];
    const close = Math.abs(got - rounded) <= relative * Math.abs(rounded) + absolute;
    if (Number.isFinite(rounded) && close) return [];
    return [`${describe(index)}: ${got}, not ${rounded}`];
  });
}

/** The error function by its power series, in float64. */
export function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; n < 200; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** An element of an array, which is there. */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`There is no element ${index}.`);
  return value;
}

/** Values of either sign between −1 and 1, without a pattern. */
export function waves(count: number, seed: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.fround(Math.sin((index + 1) * seed)));
}
