import { exp } from '../../base/elementary/exponential';

/** Averages of an activation function over a normal preactivation `y = √q·z`, `z ~ N(0, 1)`. */
export interface GaussianMoments {
  /** `E φ(y)`. */
  readonly m1: number;
  /** `E φ(y)²`. */
  readonly m2: number;
  /** `E φ'(y)²`. */
  readonly d2: number;
  /** `E φ'(y)⁴`. */
  readonly d4: number;
}

/** Closed form for `φ(y) = y` above 0 and `αy` below (He et al. 2015); α = 0 is ReLU, α = 1 linear. */
export function piecewiseLinearMoments(variance: number, negativeSlope: number): GaussianMoments {
  const square = negativeSlope * negativeSlope;
  const share = (1 + square) / 2;
  return {
    m1: (1 - negativeSlope) * Math.sqrt(variance / (2 * Math.PI)),
    m2: share * variance,
    d2: share,
    d4: (1 + square * square) / 2,
  };
}

/** Beyond this, the normal density is 0 for every purpose. */
const tail = 12;

/** Intervals of Simpson’s rule on one piece. */
const intervals = 1200;

/**
 * Simpson’s rule over `|z| ≤ 12` for any variance `q`. It is split at 0, where `φ'` may jump, and at
 * `|y| = 12`, within which a bounded function bends however large `q` is. `slope(y, φ(y))` is `φ'(y)`;
 * at a jump it is taken from either side.
 */
export function quadrature(
  variance: number,
  phi: (y: number) => number,
  slope: (y: number, h: number) => number,
): GaussianMoments {
  const deviation = Math.sqrt(variance);
  const bend = tail / Math.max(1, deviation);
  const sum = { m1: 0, m2: 0, d2: 0, d4: 0 };
  const pieces: readonly (readonly [from: number, to: number])[] =
    bend < tail
      ? [
          [0, bend],
          [bend, tail],
        ]
      : [[0, tail]];
  for (const side of [-1, 1]) {
    for (const [from, to] of pieces) {
      const width = (to - from) / intervals;
      for (let index = 0; index <= intervals; index++) {
        const z = from + index * width;
        const y = side * Math.max(deviation * z, Number.MIN_VALUE);
        const weight = simpson(index) * width * density(z);
        const h = phi(y);
        const slopeHere = slope(y, h);
        const squaredSlope = slopeHere * slopeHere;
        sum.m1 += weight * h;
        sum.m2 += weight * h * h;
        sum.d2 += weight * squaredSlope;
        sum.d4 += weight * squaredSlope * squaredSlope;
      }
    }
  }
  return sum;
}

/** The logistic function `σ(y) = 1/(1 + exp(−y))` in float64. */
export function logistic(y: number): number {
  return 1 / (1 + exp(-y));
}

function simpson(index: number): number {
  if (index === 0 || index === intervals) return 1 / 3;
  return index % 2 === 1 ? 4 / 3 : 2 / 3;
}

function density(z: number): number {
  return exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
