import { at, present } from '../../base/at';
import { sizeOf } from '../../base/shape';
import type { Operand, Ops } from '../../ops/ops';
import { broadcastShape } from './broadcast';
import type { Heap } from './heap';
import { repeated } from './repeated';

/**
 * Comparisons and choices by loops over the memory of a backend. The loops have no branches (values are
 * chosen by their bits), for a branch on random signs costs several times the rest.
 */
export function masks(
  heap: Heap,
): Pick<Ops, 'less' | 'lessEqual' | 'equal' | 'where' | 'whereAtMost'> {
  const compare =
    ({ each, toOne, one }: Comparison) =>
    (a: Operand, b: Operand) => {
      const shape = broadcastShape([a, b]);
      const mask = heap.make(shape, 'bool');
      const [left, right] = [floats(heap, a, shape), floats(heap, b, shape)];
      const out = heap.values(mask) as Uint8Array;
      if (right.length === 1) toOne(out, left, at(right, 0, 'value'));
      else if (left.length === 1) one(out, at(left, 0, 'value'), right);
      else each(out, left, right);
      return mask;
    };
  return {
    less: compare(less),
    lessEqual: compare(lessEqual),
    equal: compare(equal),
    where(mask, a, b) {
      const shape = broadcastShape([mask, a, b]);
      const chosen = heap.make(shape);
      const flags = repeated(heap.values(mask) as Uint8Array, mask.shape, shape);
      const [left, right] = [bitsOf(floats(heap, a, shape)), bitsOf(floats(heap, b, shape))];
      const out = bitsOf(heap.values(chosen) as Float32Array);
      if (flags.length === 1 && out.length > 1)
        out.set(spread(flags[0] ? left : right, out.length));
      else if (left.length === 1 && out.length > 1)
        chooseOne(out, flags, at(left, 0, 'value'), spread(right, out.length));
      else if (right.length === 1 && out.length > 1)
        chooseElse(out, flags, left, at(right, 0, 'value'));
      else chooseEach(out, flags, left, right);
      return chosen;
    },
    whereAtMost(x, limit, a, b) {
      const shape = broadcastShape([x, a, b]);
      const chosen = heap.make(shape);
      const values = spreadFloats(floats(heap, x, shape), sizeOf(shape));
      const left = bitsOf(floats(heap, a, shape));
      const right = spread(bitsOf(floats(heap, b, shape)), values.length);
      chooseAtMost(
        bitsOf(heap.values(chosen) as Float32Array),
        values,
        Math.fround(limit),
        left,
        right,
      );
      return chosen;
    },
  };
}

/** `a` where `x ≤ limit`, else `b`. */
function chooseAtMost(out: Bits, x: Float32Array, limit: number, a: Bits, b: Bits): void {
  const [single, step] = [at(a, 0, 'value'), a.length === 1 ? 0 : 1];
  if (step === 0) {
    for (let i = 0; i < out.length; i++) {
      const all = -Number(present(x[i], i, 'value') <= limit);
      out[i] = (single & all) | (present(b[i], i, 'value') & ~all);
    }
    return;
  }
  for (let i = 0; i < out.length; i++) {
    const all = -Number(present(x[i], i, 'value') <= limit);
    out[i] = (present(a[i], i, 'value') & all) | (present(b[i], i, 'value') & ~all);
  }
}

/** Loops of one comparison: of two arrays, of an array with a number, of a number with an array. */
interface Comparison {
  each(out: Uint8Array, a: Float32Array, b: Float32Array): void;
  toOne(out: Uint8Array, a: Float32Array, b: number): void;
  one(out: Uint8Array, a: number, b: Float32Array): void;
}

const less: Comparison = {
  each(out, a, b) {
    for (let i = 0; i < out.length; i++)
      out[i] = Number(present(a[i], i, 'value') < present(b[i], i, 'value'));
  },
  toOne(out, a, b) {
    for (let i = 0; i < out.length; i++) out[i] = Number(present(a[i], i, 'value') < b);
  },
  one(out, a, b) {
    for (let i = 0; i < out.length; i++) out[i] = Number(a < present(b[i], i, 'value'));
  },
};

const lessEqual: Comparison = {
  each(out, a, b) {
    for (let i = 0; i < out.length; i++)
      out[i] = Number(present(a[i], i, 'value') <= present(b[i], i, 'value'));
  },
  toOne(out, a, b) {
    for (let i = 0; i < out.length; i++) out[i] = Number(present(a[i], i, 'value') <= b);
  },
  one(out, a, b) {
    for (let i = 0; i < out.length; i++) out[i] = Number(a <= present(b[i], i, 'value'));
  },
};

const equal: Comparison = {
  each(out, a, b) {
    for (let i = 0; i < out.length; i++)
      out[i] = Number(present(a[i], i, 'value') === present(b[i], i, 'value'));
  },
  toOne(out, a, b) {
    for (let i = 0; i < out.length; i++) out[i] = Number(present(a[i], i, 'value') === b);
  },
  one(out, a, b) {
    for (let i = 0; i < out.length; i++) out[i] = Number(a === present(b[i], i, 'value'));
  },
};

type Bits = Int32Array;

function chooseEach(out: Bits, flags: Uint8Array, a: Bits, b: Bits): void {
  for (let i = 0; i < out.length; i++) {
    const all = -present(flags[i], i, 'flag');
    out[i] = (present(a[i], i, 'value') & all) | (present(b[i], i, 'value') & ~all);
  }
}

function chooseOne(out: Bits, flags: Uint8Array, a: number, b: Bits): void {
  for (let i = 0; i < out.length; i++) {
    const all = -present(flags[i], i, 'flag');
    out[i] = (a & all) | (present(b[i], i, 'value') & ~all);
  }
}

function chooseElse(out: Bits, flags: Uint8Array, a: Bits, b: number): void {
  for (let i = 0; i < out.length; i++) {
    const all = -present(flags[i], i, 'flag');
    out[i] = (present(a[i], i, 'value') & all) | (b & ~all);
  }
}

/** One value for every place; more are there already. */
function spread(bits: Bits, length: number): Bits {
  return bits.length === 1 ? new Int32Array(length).fill(at(bits, 0, 'value')) : bits;
}

function spreadFloats(values: Float32Array, length: number): Float32Array {
  return values.length === length ? values : new Float32Array(length).fill(at(values, 0, 'value'));
}

function bitsOf({ buffer, byteOffset, length }: Float32Array): Bits {
  return new Int32Array(buffer, byteOffset, length);
}

/** The values of an operand for every place of a shape, or its only value. */
function floats(heap: Heap, x: Operand, shape: readonly number[]): Float32Array {
  if (typeof x === 'number') return Float32Array.of(x);
  return repeated(heap.values(x) as Float32Array, x.shape, shape);
}
