/** `base^exponent` of a whole exponent from 0 on, rounded from about 100 bits. */
export function power(base: number, exponent: number): number {
  if (!(Number.isSafeInteger(exponent) && exponent >= 0))
    throw new RangeError(`${exponent} is not a whole exponent from 0 on.`);
  let result: Doubled = { high: 1, low: 0 };
  let square: Doubled = { high: base, low: 0 };
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = times(result, square);
    if (left > 1) square = times(square, square);
  }
  return result.high;
}

/** A number as the sum of two float64, `high` the nearest to it (Dekker 1971). */
interface Doubled {
  readonly high: number;
  readonly low: number;
}

function times(a: Doubled, b: Doubled): Doubled {
  const product = a.high * b.high;
  const [a1, b1] = [upperHalf(a.high), upperHalf(b.high)];
  const [a2, b2] = [a.high - a1, b.high - b1];
  const rest = a1 * b1 - product + a1 * b2 + a2 * b1 + a2 * b2;
  const correction = rest + (a.high * b.low + a.low * b.high);
  const high = product + correction;
  return { high, low: product - high + correction };
}

/** The upper 26 bits of a float64. */
function upperHalf(x: number): number {
  const spread = (2 ** 27 + 1) * x;
  return spread - (spread - x);
}
