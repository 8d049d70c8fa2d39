/*
 * After e_log.c of FreeBSD's msun and Sun's fdlibm:
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

/** A float64 and its lower and upper half, on the little-endian machines that browsers run on. */
const value = new Float64Array(1);
const words = new Int32Array(value.buffer);
const upper = 1;

/** The natural logarithm, less than one unit in the last place from the true value. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const isSubnormal = x < 2 ** -1022;
  value[0] = isSubnormal ? x * 2 ** 54 : x;
  const word = words[upper] as number;
  // x is 2^k·(1 + f), 1 + f between √½ and √2.
  const fraction = word & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  words[upper] = fraction | (carry ^ 0x3ff00000);
  const k = (word >> 20) - 1023 + (carry >> 20) - (isSubnormal ? 54 : 0);
  const f = (value[0] as number) - 1;
  if ((0xfffff & (2 + fraction)) < 3) return nearOne(f, k);
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z *
    (0.6666666666666735 +
      w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const r = odd + even;
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + r));
    return k * ln2.high - (half - (s * (half + r) + k * ln2.low) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * ln2.high - (s * (f - r) - k * ln2.low - f);
}

function nearOne(f: number, k: number): number {
  if (f === 0) return k * ln2.high + k * ln2.low;
  const r = f * f * (0.5 - 0.3333333333333333 * f);
  return k === 0 ? f - r : k * ln2.high - (r - k * ln2.low - f);
}
