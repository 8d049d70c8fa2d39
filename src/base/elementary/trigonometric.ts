/*
 * Angles are reduced by whole quarter turns (Cody and Waite 1980) and kept, like the first terms of Taylor's series, as
 * sums of two float64 (Dekker 1971). So a value is the float64 next to the true one but for about one in 500.
 */

/** π/2 as a sum: the products of all parts but the last with whole numbers up to `most` are exact. */
const [first, second, third, fourth] = [
  1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32,
];

/** Most quarter turns that the parts are good for. */
const most = 2 ** 20;

/** Splits a float64 in two halves of 26 bits. */
const splitter = 2 ** 27 + 1;

/** The sine of an angle up to a million. */
export function sin(x: number): number {
  return x === 0 ? x : sineAt(x, 0);
}

/** The cosine of an angle up to a million. */
export function cos(x: number): number {
  return sineAt(x, 1);
}

/** The angle between −π/2 and π/2 that has this sine. */
export function asin(x: number): number {
  if (!(Math.abs(x) <= 1)) return Number.NaN;
  if (x < 0) return -asin(-x);
  if (x > 0.75) return Math.PI / 2 - 2 * asin(Math.sqrt((1 - x) / 2));
  let angle = x;
  for (let step = 0; step < newtonSteps; step++) angle -= (sin(angle) - x) / cos(angle);
  return angle;
}

/** Steps of Newton's method that take any sine up to three quarters to float64's last digits. */
const newtonSteps = 4;

/** The sine of `x` and so many quarter turns. */
function sineAt(x: number, quarters: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const turns = Math.round(x * (2 / Math.PI));
  if (Math.abs(turns) > most) throw new RangeError(`The angle ${x} is too large.`);
  const quadrant = (turns + quarters) & 3;
  const coarse = x - turns * first;
  const finer = coarse - turns * second;
  const finest = finer - turns * third;
  const lost = difference(coarse, turns * second, finer) + difference(finer, turns * third, finest);
  const low = lost - turns * fourth;
  const angle = finest + low;
  const rest = finest - angle + low;
  const value = quadrant % 2 === 0 ? sinNearZero(angle, rest) : cosNearZero(angle, rest);
  return quadrant < 2 ? value : -value;
}

/** Returns the rounding error of `a − b`, exactly (Knuth 1969). */
function difference(a: number, b: number, rounded: number): number {
  const part = rounded - a;
  return a - (rounded - part) - (b + part);
}

/** The sine of `r + rest`, at most about π/4: `r − r·(z/6 − z²/120 + …)` with `z = r²`. */
function sinNearZero(r: number, rest: number): number {
  const z = r * r;
  const zLow = squareRest(r, z) + 2 * r * rest;
  const sixth = z / 6;
  const sixthLow = (z - 4 * sixth - 2 * sixth + zLow) / 6;
  const tail = z * z * (a1 + z * (a2 + z * (a3 + z * (a4 + z * (a5 + z * (a6 + z * a7))))));
  const factor = tail - sixth;
  const factorLow = -sixth - factor + tail - sixthLow;
  const bend = r * factor;
  const bendLow = productRest(r, factor, bend) + r * factorLow;
  const sum = r + bend;
  return sum + (r - sum + bend + (bendLow + rest * (1 + factor)));
}

/** The cosine of `r + rest`, at most about π/4: `1 − z/2 + z²/24 − …` with `z = r²`. */
function cosNearZero(r: number, rest: number): number {
  const z = r * r;
  const zLow = squareRest(r, z) + 2 * r * rest;
  const square = z * z;
  const squareLow = squareRest(z, square) + 2 * z * zLow;
  const part = square / 24;
  const partLow = (square - 16 * part - 8 * part + squareLow) / 24;
  const tail = square * z * (b1 + z * (b2 + z * (b3 + z * (b4 + z * (b5 + z * (b6 + z * b7))))));
  const start = 1 - 0.5 * z;
  const startLow = 1 - start - 0.5 * z - 0.5 * zLow;
  const sum = start + part;
  return sum + (start - sum + part + (startLow + partLow + tail));
}

/** Returns the rounding error of `x²`, exactly. */
function squareRest(x: number, rounded: number): number {
  const spread = splitter * x;
  const upper = spread - (spread - x);
  const lower = x - upper;
  return upper * upper - rounded + 2 * upper * lower + lower * lower;
}

/** Returns the rounding error of `x·y`, exactly. */
function productRest(x: number, y: number, rounded: number): number {
  const spreadX = splitter * x;
  const spreadY = splitter * y;
  const upperX = spreadX - (spreadX - x);
  const upperY = spreadY - (spreadY - y);
  const lowerX = x - upperX;
  const lowerY = y - upperY;
  return upperX * upperY - rounded + upperX * lowerY + lowerX * upperY + lowerX * lowerY;
}

/** 1/5!, −1/7!, …, and −1/6!, 1/8!, …, each rounded. */
const [a1, a2, a3, a4, a5, a6, a7] = [
  1 / 120,
  -1 / 5040,
  1 / 362880,
  -1 / 39916800,
  1 / 6227020800,
  -1 / 1307674368000,
  1 / 355687428096000,
];
const [b1, b2, b3, b4, b5, b6, b7] = [
  -1 / 720,
  1 / 40320,
  -1 / 3628800,
  1 / 479001600,
  -1 / 87178291200,
  1 / 20922789888000,
  -1 / 6402373705728000,
];
