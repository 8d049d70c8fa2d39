import * as tf from '@tensorflow/tfjs-core';
import { sizeOf } from '../../base/shape';
import type { Operand, Ops, Tensor } from '../../ops/ops';

/** The operations that a backend must compute in a way of its own to mean what `Ops` says. */
export type Corrections = Partial<Ops>;

/** Reads a tensor of the waist as the tfjs tensor it is. */
export function native(x: Tensor): tf.Tensor {
  return x as tf.Tensor;
}

/** `Ops` on the current tfjs backend, with that backend's corrections in place. */
export function createOps(corrections: Corrections): Ops {
  const ops: Ops = {
    ...memory,
    ...elementwise,
    ...comparisons,
    ...products,
    ...shapes,
    norms: (x) => norms(ops, x),
    ...corrections,
  };
  return ops;
}

const operand = (x: Operand): tf.Tensor | number => (typeof x === 'number' ? x : native(x));

const memory = {
  upload: (values, shape) => tf.tensor(values, [...shape], 'float32'),
  fill: (shape, value) => tf.fill([...shape], value, 'float32'),
  read: async (x) => (await native(x).data()) as Float32Array,
  tidy: <R>(work: () => R) => tf.tidy(work as () => tf.TensorContainer) as R,
  dispose: (held) => tf.dispose(held as tf.TensorContainer),
  tensorCount: () => tf.memory().numTensors,
} satisfies Partial<Ops>;

const elementwise = {
  add: (a, b) => tf.add(operand(a), operand(b)),
  sub: (a, b) => tf.sub(operand(a), operand(b)),
  mul: (a, b) => tf.mul(operand(a), operand(b)),
  div: (a, b) => tf.div(operand(a), operand(b)),
  abs: (x) => tf.abs(native(x)),
  square: (x) => tf.square(native(x)),
  sqrt: (x) => tf.sqrt(native(x)),
  exp: (x) => tf.exp(native(x)),
  expm1: (x) => tf.expm1(native(x)),
  log: (x) => tf.log(native(x)),
  tanh: (x) => tf.tanh(native(x)),
  sigmoid: (x) => tf.sigmoid(native(x)),
  erf: (x) => tf.erf(native(x)),
} satisfies Partial<Ops>;

const comparisons = {
  less: (a, b) => tf.less(operand(a), operand(b)),
  lessEqual: (a, b) => tf.lessEqual(operand(a), operand(b)),
  equal: (a, b) => tf.equal(operand(a), operand(b)),
  where(mask, a, b) {
    const spread = (x: Operand) =>
      typeof x === 'number' ? tf.fill([...mask.shape], x) : native(x);
    return tf.where(native(mask), spread(a), spread(b));
  },
} satisfies Partial<Ops>;

const products = {
  matMul: (a, b, { a: transposeA = false, b: transposeB = false } = {}) =>
    tf.matMul(native(a), native(b), transposeA, transposeB),
  sum: (x, axes, keep = false) => tf.sum(native(x), axes && [...axes], keep),
  max: (x) => tf.max(native(x), -1, true),
  argMax: (x) => tf.cast(tf.argMax(native(x), -1), 'float32'),
} satisfies Partial<Ops>;

const shapes = {
  reshape: (x, shape) => tf.reshape(native(x), [...shape]),
  stack: (parts) => tf.stack(parts.map(native)),
  unstack: (x) => tf.unstack(native(x)),
  slice: (x, start, count) => tf.slice(native(x), start, count),
  concat: (parts) => tf.concat(parts.map(native), 0),
} satisfies Partial<Ops>;

function norms(ops: Ops, x: Tensor): Tensor {
  const rows = x.shape[0] ?? 1;
  const flat = ops.reshape(x, [rows, sizeOf(x.shape) / rows]);
  const largest = ops.max(ops.abs(flat));
  const divisor = ops.where(ops.equal(largest, 0), 1, largest);
  const ratio = ops.sqrt(ops.sum(ops.square(ops.div(flat, divisor)), [1], true));
  return ops.stack([ops.reshape(largest, [rows]), ops.reshape(ratio, [rows])]);
}
