/*
 * After e_exp.c, s_expm1.c and s_tanh.c of FreeBSD's msun and Sun's fdlibm:
 *
 * ====================================================
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */

/** ln 2 in two parts, of which the first has so few bits that its products with whole numbers are exact. */
const ln2 = { high: 0.6931471803691238, low: 1.9082149292705877e-10 } as const;

/** Below this, `exp(x)` is 0. */
const lowest = -745.1332191019411;

/** Above this, `exp(x)` is Inf. */
const highest = 709.782712893384;

/** 0.5·ln 2 and 1.5·ln 2 with 20 bits after the first, rounded up and down: between them, k is ±1. */
const halfLn2 = 0.3465735912322998;
const oneAndAHalfLn2 = 1.0397205352783203;

/** Powers of two from 2^−1074 to 2^1023. */
const powersOfTwo = Float64Array.from({ length: 2098 }, (_, index) => powerOfTwo(index - 1074));

/** `e^x`, less than one unit in the last place from the true value. */
export function exp(x: number): number {
  if (!(x <= highest)) return x > highest ? Number.POSITIVE_INFINITY : x;
  if (x < lowest) return 0;
  const size = Math.abs(x);
  if (size < 2 ** -28) return 1 + x;
  if (size < halfLn2) {
    const c = remainderOfExp(x);
    return 1 - ((x * c) / (c - 2) - x);
  }
  if (x === 1) return Math.E;
  const k = doublings(x, size);
  const high = x - k * ln2.high;
  const low = k * ln2.low;
  const r = high - low;
  const c = remainderOfExp(r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * two(1023);
  return k >= -1021 ? y * two(k) : y * two(k + 1000) * two(-1000);
}

/** `e^x − 1`, exact near 0 too. */
export function expm1(x: number): number {
  if (!(x <= highest)) return x > highest ? Number.POSITIVE_INFINITY : x;
  const size = Math.abs(x);
  if (x < 0 && size >= 38.81622314453125) return -1;
  if (size < 2 ** -54) return x;
  if (size < halfLn2) {
    const half = x * (0.5 * x);
    return x - (x * remainderOfExpm1(x, half) - half);
  }
  const k = doublings(x, size);
  const high = x - k * ln2.high;
  const low = k * ln2.low;
  const r = high - low;
  const c = high - r - low;
  const half = r * (0.5 * r);
  const e = r * (remainderOfExpm1(r, half) - c) - c - half;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - r);
    return (k === 1024 ? y * 2 * two(1023) : y * two(k)) - 1;
  }
  return k < 20 ? (1 - two(-k) - (e - r)) * two(k) : (r - (e + two(-k)) + 1) * two(k);
}

/** The hyperbolic tangent. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -28 || Number.isNaN(x)) return x;
  const value = size < 22 ? tanhOf(size) : 1;
  return x < 0 ? -value : value;
}

function tanhOf(size: number): number {
  if (size >= 1) return 1 - 2 / (expm1(2 * size) + 2);
  const t = expm1(-2 * size);
  return -t / (t + 2);
}

/** The k of `x = k·ln 2 + r` with |r| at most about half of ln 2. */
function doublings(x: number, size: number): number {
  if (size < oneAndAHalfLn2) return x < 0 ? -1 : 1;
  return Math.trunc(Math.LOG2E * x + (x < 0 ? -0.5 : 0.5));
}

function remainderOfExp(r: number): number {
  const t = r * r;
  return (
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
  );
}

/** The E of `e^r − 1 = r − (r·E − half)`, where `half` is r²/2. */
function remainderOfExpm1(r: number, half: number): number {
  const r1 =
    1 +
    half *
      (-0.03333333333333313 +
        half *
          (0.0015873015872548146 +
            half *
              (-7.93650757867488e-5 +
                half * (4.008217827329362e-6 + half * -2.0109921818362437e-7))));
  const t = 3 - r1 * (0.5 * r);
  return half * ((r1 - t) / (6 - r * t));
}

function two(power: number): number {
  return powersOfTwo[power + 1074] as number;
}

function powerOfTwo(power: number): number {
  let value = 1;
  for (let at = Math.abs(power); at > 0; at--) value *= power < 0 ? 0.5 : 2;
  return value;
}
