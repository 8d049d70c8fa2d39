import { at } from '../../../base/at';
import { sizeOf } from '../../../base/shape';
import type { Operand, Ops, Tensor } from '../../../ops/ops';
import type { Heap } from '../heap';
import type { SimdKernels } from './kernels';

/** Bytes from one vector of an operand to the next; none where one value is repeated. */
const vector = 16;

type Elementwise =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'abs'
  | 'square'
  | 'sqrt'
  | 'float16'
  | 'fill'
  | 'whereAtMost';

/**
 * Operations on tensors of one shape and on numbers; other shapes go to `base`. `slots` is the address of
 * two vectors, in which an operand of one value is repeated.
 */
export function elementwise(
  heap: Heap,
  simd: SimdKernels,
  base: Ops,
  slots: number,
): Pick<Ops, Elementwise> {
  const addressOf = (x: Operand, slot: number) => {
    if (!isSingle(x)) return heap.offset(x);
    const address = slots + slot * vector;
    simd.fill(address, typeof x === 'number' ? x : at(heap.values(x), 0, 'value'), 4);
    return address;
  };
  const stepOf = (x: Operand) => (isSingle(x) ? 0 : vector);
  const binary =
    (kernel: SimdKernels['add'], otherwise: Ops['add']) =>
    (a: Operand, b: Operand): Tensor => {
      const shape = commonShape([a, b]);
      if (!shape) return otherwise(a, b);
      const out = heap.make(shape);
      const [left, right] = [addressOf(a, 0), addressOf(b, 1)];
      kernel(heap.offset(out), left, stepOf(a), right, stepOf(b), sizeOf(shape));
      return out;
    };
  const unary = (kernel: SimdKernels['abs']) => (x: Tensor) => {
    const out = heap.make(x.shape);
    kernel(heap.offset(out), heap.offset(x), sizeOf(x.shape));
    return out;
  };
  const mul = binary(simd.multiply, base.mul);
  return {
    add: binary(simd.add, base.add),
    sub: binary(simd.subtract, base.sub),
    mul,
    div: binary(simd.divide, base.div),
    square: (x) => mul(x, x),
    abs: unary(simd.abs),
    sqrt: unary(simd.squareRoot),
    float16: unary(simd.float16),
    fill(shape, value) {
      const out = heap.make(shape);
      simd.fill(heap.offset(out), value, sizeOf(shape));
      return out;
    },
    whereAtMost(x, limit, a, b) {
      const shape = commonShape([x, a, b]);
      if (!shape || isSingle(x)) return base.whereAtMost(x, limit, a, b);
      const out = heap.make(shape);
      const [left, right] = [addressOf(a, 0), addressOf(b, 1)];
      const [to, from, count] = [heap.offset(out), heap.offset(x), sizeOf(shape)];
      simd.pickAtMost(to, from, limit, left, stepOf(a), right, stepOf(b), count);
      return out;
    },
  };
}

function isSingle(x: Operand): x is number | (Tensor & { readonly shape: readonly [] }) {
  return typeof x === 'number' || x.shape.length === 0;
}

/** The shape of operands that are single values or tensors of one shape; null where none or others are. */
function commonShape(operands: readonly Operand[]): readonly number[] | null {
  let common: readonly number[] | null = null;
  for (const x of operands) {
    if (isSingle(x)) continue;
    if (!common) common = x.shape;
    else if (!isSame(common, x.shape)) return null;
  }
  return common;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
