import { at } from '../../base/at';
import { sizeOf } from '../../base/shape';
import type { Operand, Ops, Tensor } from '../../ops/ops';
import { broadcastShape, ofRank } from './broadcast';
import { float16 } from './float16';
import type { Handle, Kernels } from './kernels';

/** The operations that a backend must compute in a way of its own to mean what `Ops` says, or fast. */
export type Corrections = Partial<Ops>;

/** `Ops` on the kernels of a tfjs backend, with that backend's corrections in place. */
export function createOps(kernels: Kernels, corrections: Corrections = {}): Ops {
  const ops: Ops = {
    ...memory(kernels),
    ...elementwise(kernels),
    ...comparisons(kernels),
    ...products(kernels),
    ...shapes(kernels),
    float16: (x) => float16(ops, x),
    norms: (x) => norms(ops, x),
    whereAtMost: (x, limit, a, b) => ops.tidy(() => ops.where(ops.lessEqual(x, limit), a, b)),
    matMulAdd: (a, b, c) => ops.tidy(() => ops.add(ops.matMul(a, b), c)),
    ...corrections,
  };
  return ops;
}

function memory(kernels: Kernels) {
  const { upload, read, tidy, dispose, count } = kernels;
  return {
    upload,
    read,
    tidy,
    dispose,
    tensorCount: count,
    fill: (shape, value) =>
      kernels.call('Fill', {}, { shape: [...shape], value, dtype: 'float32' }),
  } satisfies Partial<Ops>;
}

/** Kernels of two operands, which broadcast by themselves, and of one. */
function elementwise(kernels: Kernels) {
  const binary = (name: string) => (a: Operand, b: Operand) =>
    kernels.call(name, { a: operand(kernels, a), b: operand(kernels, b) });
  const unary = (name: string) => (x: Tensor) => kernels.call(name, { x });
  return {
    add: binary('Add'),
    sub: binary('Sub'),
    mul: binary('Multiply'),
    div: binary('RealDiv'),
    less: binary('Less'),
    lessEqual: binary('LessEqual'),
    equal: binary('Equal'),
    abs: unary('Abs'),
    square: unary('Square'),
    sqrt: unary('Sqrt'),
    exp: unary('Exp'),
    expm1: unary('Expm1'),
    log: unary('Log'),
    tanh: unary('Tanh'),
    sigmoid: unary('Sigmoid'),
    erf: unary('Erf'),
  } satisfies Partial<Ops>;
}

function comparisons(kernels: Kernels) {
  return {
    where(mask, a, b) {
      const shape = broadcastShape([mask, a, b]);
      return kernels.tidy(() =>
        kernels.call('Select', {
          condition: spread(kernels, mask, shape),
          t: spread(kernels, a, shape),
          e: spread(kernels, b, shape),
        }),
      );
    },
  } satisfies Partial<Ops>;
}

function products(kernels: Kernels) {
  return {
    matMul: (a, b, { a: transposeA = false, b: transposeB = false } = {}) =>
      kernels.call('BatchMatMul', { a, b }, { transposeA, transposeB }),
    sum(x, axes = x.shape.map((_, axis) => axis), keep = false) {
      if (x.shape.length === 0) return kernels.call('Reshape', { x }, { shape: [] });
      return kernels.call('Sum', { x }, { axis: [...axes], keepDims: keep });
    },
    max: (x) =>
      kernels.call('Max', { x }, { reductionIndices: [x.shape.length - 1], keepDims: true }),
    argMax: (x) =>
      kernels.tidy(() => {
        const index = kernels.call('ArgMax', { x }, { axis: x.shape.length - 1 });
        return kernels.call('Cast', { x: index }, { dtype: 'float32' });
      }),
  } satisfies Partial<Ops>;
}

function shapes(kernels: Kernels) {
  const reshape = (x: Tensor, shape: readonly number[]) =>
    kernels.call('Reshape', { x }, { shape: [...shape] });
  return {
    reshape,
    stack: ([...parts]) => kernels.call('Pack', parts, { axis: 0 }),
    unstack: (x) => kernels.callMany('Unpack', { value: x }, { axis: 0 }),
    slice(x, start, count) {
      const rest = x.shape.slice(1);
      const begin = [start, ...rest.map(() => 0)];
      return kernels.call('Slice', { x }, { begin, size: [count, ...rest] });
    },
    concat([...parts]) {
      const [only] = parts;
      return parts.length === 1 && only
        ? reshape(only, only.shape)
        : kernels.call('Concat', parts, { axis: 0 });
    },
  } satisfies Partial<Ops>;
}

function operand(kernels: Kernels, x: Operand): Tensor {
  return typeof x === 'number' ? kernels.scalar(x) : x;
}

/** An operand in a larger shape, its values repeated. */
function spread(kernels: Kernels, x: Operand, shape: readonly number[]): Tensor {
  if (typeof x === 'number') {
    return kernels.call('Fill', {}, { shape: [...shape], value: x, dtype: 'float32' });
  }
  if (String(x.shape) === String(shape)) return x;
  const own = ofRank(shape.length, x.shape);
  const reps = shape.map((length, axis) => length / at(own, axis, 'axis'));
  const full: Handle = kernels.call('Reshape', { x }, { shape: own });
  return kernels.call('Tile', { x: full }, { reps });
}

function norms(ops: Ops, x: Tensor): Tensor {
  return ops.tidy(() => {
    const rows = at(x.shape, 0, 'axis');
    const flat = ops.reshape(x, [rows, sizeOf(x.shape) / rows]);
    const largest = ops.max(ops.abs(flat));
    const divisor = ops.where(ops.equal(largest, 0), 1, largest);
    const ratio = ops.sqrt(ops.sum(ops.square(ops.div(flat, divisor)), [1], true));
    return ops.stack([ops.reshape(largest, [rows]), ops.reshape(ratio, [rows])]);
  });
}
