/** Bits of a float32 mantissa that float16 has no room for. */
const LOST: i32 = 13;

/** Bits of 2⁻¹⁴, the smallest normal float16, of 65520, which rounds to Inf, and of Inf. */
const SMALLEST_NORMAL: i32 = 0x38800000;
const OVERFLOW: i32 = 0x477ff000;
const INFINITE: i32 = 0x7f800000;

/** What is set in a NaN that signals nothing. */
const QUIET: i32 = 0x00400000;

/**
 * Rounds `count` floats to float16, to the nearest, ties to even; what rounds to zero loses its sign. Bits are added
 * and compared as integers, because processors multiply subnormal floats many times slower.
 */
export function float16(out: usize, x: usize, count: usize): void {
  const end = out + count * 4;
  for (; out < end; out += 16, x += 16) {
    const values = v128.load(x);
    const size = v128.and(values, i32x4.splat(0x7fffffff));
    const isSubnormal = i32x4.lt_s(size, i32x4.splat(SMALLEST_NORMAL));
    const isWithin = i32x4.lt_s(size, i32x4.splat(OVERFLOW));
    const finite = v128.bitselect(subnormal(values), normal(values), isSubnormal);
    v128.store(out, v128.bitselect(finite, beyond(values, size), isWithin));
  }
}

/** Half of the last place is added, less a bit where the last place is even, and the rest cut off. */
function normal(values: v128): v128 {
  const isOdd = v128.and(i32x4.shr_u(values, LOST), i32x4.splat(1));
  const half = i32x4.add(isOdd, i32x4.splat((1 << (LOST - 1)) - 1));
  return v128.and(i32x4.add(values, half), i32x4.splat(-(1 << LOST)));
}

/** In [½, 1) float32 values lie 2⁻²⁴ apart, as subnormal float16 values do. */
function subnormal(values: v128): v128 {
  const shift = f32x4.splat(0.75);
  return f32x4.sub(f32x4.add(values, shift), shift);
}

/** Inf with the sign of what it stands for; NaN stays NaN. */
function beyond(values: v128, size: v128): v128 {
  const isUndefined = i32x4.gt_s(size, i32x4.splat(INFINITE));
  const sign = v128.and(values, i32x4.splat(<i32>0x80000000));
  const quiet = v128.or(values, i32x4.splat(QUIET));
  return v128.bitselect(quiet, v128.or(sign, i32x4.splat(INFINITE)), isUndefined);
}
