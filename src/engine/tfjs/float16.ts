import type { Ops, Tensor } from '../../ops/ops';

/** What rounds to more than the largest value, 65504, from here on. */
const overflow = 65520;

/** The smallest normal value; below it values lie 2⁻²⁴ apart. */
const smallestNormal = 2 ** -14;

/** Float32 has 24 significant bits, float16 has 11: Veltkamp's factor leaves the upper 11. */
const splitter = 2 ** 13 + 1;

/** In [½, 1) float32 values lie 2⁻²⁴ apart, so that adding this rounds a subnormal value. */
const subnormalShift = 0.75;

/** Rounds to float16 by operations that every backend has. */
export function float16(ops: Ops, x: Tensor): Tensor {
  return ops.tidy(() => {
    const scaled = ops.mul(x, splitter);
    const normal = ops.sub(scaled, ops.sub(scaled, x));
    const subnormal = ops.sub(ops.add(x, subnormalShift), subnormalShift);
    const size = ops.abs(x);
    const rounded = ops.where(ops.less(size, smallestNormal), subnormal, normal);
    return ops.where(ops.less(size, overflow), rounded, ops.mul(x, Number.POSITIVE_INFINITY));
  });
}
