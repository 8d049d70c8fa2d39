import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { at, exactly } from '../../base/at';
import { matrixShape, sizeOf } from '../../base/shape';
import type { Operand, Ops, Tensor, Transposed } from '../../ops/ops';
import { broadcastShape } from './broadcast';
import type { Handle } from './kernels';
import type { Corrections } from './ops';
import { choice, choiceAtMost } from './programs/choices';
import {
  exponentialLessOne,
  filled,
  hyperbolicTangent,
  quotient,
  scaled,
  squared,
} from './programs/elementwise';
import { indexOfLargest, largest } from './programs/largest';
import { joinedNorms, windowNorms } from './programs/norms';
import { product } from './programs/product';
import { type Program, texels } from './programs/program';
import { joined, mostInputs } from './programs/stack';
import { columnSums, rowSums } from './programs/sums';
import { placeOf, type ViewKernels } from './views';

/**
 * What WebGL computes in programs of our own. Some of tfjs's kernels are wrong there: its quotient of
 * equal numbers is 1, also for 0/0 and Inf/Inf; its largest of a row starts at −1e20 and may lose a NaN; its
 * matrix product takes in padding where the shared dimension is odd; its `tanh` and `expm1` lose small values. The others take several draw calls, and
 * a draw call costs more than what it computes. Products read an entry of a stack where it lies.
 */
export function webglCorrections(kernels: ViewKernels, base: Ops): Corrections {
  const run = programs(kernels);
  return {
    ...products(kernels, run),
    ...reductions(kernels, base, run),
    stack: (parts) =>
      parts.length > 1 && parts[0]?.shape.length === 2
        ? kernels.tidy(() =>
            joinedAll(
              run,
              parts,
              parts.map(() => 1),
            ),
          )
        : base.stack(parts),
    unstack: (x) => (x.shape.length > 1 ? kernels.entries(x) : base.unstack(x)),
    div(a, b) {
      const tensor = (x: Operand) => (typeof x === 'number' ? kernels.scalar(x) : x);
      return run([tensor(a), tensor(b)], quotient(broadcastShape([a, b])));
    },
    mul(a, b) {
      const [x, factor] = typeof a === 'number' ? [b, a] : [a, b];
      return typeof x === 'number' || typeof factor !== 'number'
        ? base.mul(a, b)
        : run([x], scaled(x.shape, factor, isPacked(kernels, x)));
    },
    square: (x) => run([x], squared(x.shape)),
    tanh: (x) => run([x], hyperbolicTangent(x.shape)),
    expm1: (x) => run([x], exponentialLessOne(x.shape)),
    fill: (shape, value) => run([], filled(shape, value)),
    where: (mask, a, b) =>
      isAlike(mask, a, b)
        ? run([mask, ...tensorsOf(a, b)], choice(mask.shape, a, b))
        : base.where(mask, a, b),
    whereAtMost: (x, limit, a, b) =>
      isAlike(x, a, b)
        ? run([x, ...tensorsOf(a, b)], choiceAtMost(x.shape, limit, a, b))
        : kernels.tidy(() => base.where(base.lessEqual(x, limit), a, b)),
  };
}

/** Whether a tensor lies in texels of 2×2 values: one that is not on the device yet will. */
function isPacked(kernels: ViewKernels, x: Tensor): boolean {
  const { texture, isPacked: packed } = (kernels.backend as MathBackendWebGL).texData.get(
    (x as Handle).dataId,
  );
  return !texture || packed === true;
}

/** Whether a tensor lies on the device in a texture as wide as its last axis. */
function isAsWide({ backend }: ViewKernels, { dataId, shape }: Handle): boolean {
  const { texture, texShape, isPacked: packed } = (backend as MathBackendWebGL).texData.get(dataId);
  return (
    texture !== null &&
    packed === true &&
    texShape !== undefined &&
    texels(texShape[1]) === texels(at(shape, shape.length - 1, 'axis'))
  );
}

function tensorsOf(...operands: readonly Operand[]): readonly Tensor[] {
  return operands.filter((x): x is Tensor => typeof x !== 'number');
}

/** Whether tensors among operands have the shape of `x`. */
function isAlike(x: Tensor, ...operands: readonly Operand[]): boolean {
  return tensorsOf(...operands).every(({ shape }) => String(shape) === String(x.shape));
}

type Run = (inputs: readonly Tensor[], program: Program) => Tensor;

/** Runs programs of our own on the backend of these kernels. */
function programs(kernels: ViewKernels): Run {
  const backend = kernels.backend as MathBackendWebGL;
  return (inputs, { shader, uniforms }) =>
    kernels.tidy(() => {
      const settled = kernels.settled(inputs) as readonly Tensor[] as Handle[];
      return kernels.adopt(backend.compileAndRun(shader, settled, 'float32', uniforms));
    });
}

/** Matrices, or stacks of so many matrices, as one stack: in rounds, where they are many. */
function joinedAll(run: Run, parts: readonly Tensor[], lengths: readonly number[]): Tensor {
  if (parts.length <= mostInputs) {
    const [rows, columns] = matrixShape(at(parts, 0, 'tensor').shape.slice(-2));
    const layers = lengths.reduce((sum, length) => sum + length);
    return run(parts, joined([layers, rows, columns], lengths));
  }
  const starts = parts.flatMap((_, index) => (index % mostInputs === 0 ? [index] : []));
  const groups = starts.map((start) => {
    const some = <T>(list: readonly T[]) => list.slice(start, start + mostInputs);
    return joinedAll(run, some(parts), some(lengths));
  });
  const sizes = groups.map(({ shape }) => at(shape, 0, 'axis'));
  return joinedAll(run, groups, sizes);
}

function products(kernels: ViewKernels, run: Run): Pick<Ops, 'matMul' | 'matMulAdd'> {
  const multiplied = (a: Tensor, b: Tensor, c: Tensor | null, transposed: Transposed) => {
    const [rows, inner] = matrixShape(a.shape, transposed.a);
    const [, columns] = matrixShape(b.shape, transposed.b);
    const [placeA, placeB, placeC] = [placeOf(a), placeOf(b), c && placeOf(c)];
    const operands = {
      ...{ rows, inner, columns, indexA: placeA.index, indexB: placeB.index },
      indexC: placeC === null ? null : placeC.index,
      isStraightA: isAsWide(kernels, placeA.tensor),
      isStraightB: isAsWide(kernels, placeB.tensor),
    };
    return run(
      [placeA.tensor, placeB.tensor, ...(placeC ? [placeC.tensor] : [])],
      product(operands, transposed),
    );
  };
  return {
    matMul: (a, b, transposed = {}) => multiplied(a, b, null, transposed),
    matMulAdd: (a, b, c) => multiplied(a, b, c, {}),
  };
}

function reductions(
  kernels: ViewKernels,
  base: Ops,
  run: Run,
): Pick<Ops, 'sum' | 'max' | 'argMax' | 'norms'> {
  const reshape = (x: Tensor, shape: readonly number[]) =>
    kernels.call('Reshape', { x }, { shape: [...shape] });
  /** What the axes from `first` on hold, as rows that keep the last axis: the texels can stay. */
  const asRows = (x: Tensor, first: number) => {
    const rows = sizeOf(x.shape.slice(0, first));
    const width = at(x.shape, x.shape.length - 1, 'axis');
    const isFlat = first === x.shape.length - 1;
    return reshape(x, isFlat ? [rows, width] : [rows, sizeOf(x.shape) / (rows * width), width]);
  };
  /** The sum of every row: `[rows, …]` → `[rows]`. */
  const totals = (x: Tensor): Tensor => {
    const made = run([x], rowSums(x.shape));
    const [rows, windows] = matrixShape(made.shape);
    return windows === 1 ? reshape(made, [rows]) : totals(made);
  };
  return {
    sum(x, axes = x.shape.map((_, axis) => axis), keep = false) {
      const rank = x.shape.length;
      if (rank === 0) return reshape(x, []);
      const first = at(axes, 0, 'axis');
      if (rank <= 3 && axes.length === 1 && first === rank - 2 && !keep) {
        return run([x], columnSums(x.shape));
      }
      if (first + axes.length < rank) return base.sum(x, axes, keep);
      const shape = x.shape.map((size, axis) => (axis < first ? size : 1));
      return kernels.tidy(() =>
        reshape(totals(asRows(x, first)), keep ? shape : shape.slice(0, first)),
      );
    },
    argMax: (x) =>
      x.shape.length === 2 ? run([x], indexOfLargest(...matrixShape(x.shape))) : base.argMax(x),
    max: (x) =>
      kernels.tidy(() => {
        const length = at(x.shape, x.shape.length - 1, 'axis');
        let most: Tensor = reshape(x, [sizeOf(x.shape) / length, length]);
        do most = run([most], largest(...matrixShape(most.shape)));
        while (at(most.shape, 1, 'axis') > 1);
        return reshape(most, [...x.shape.slice(0, -1), 1]);
      }),
    norms: (x) =>
      kernels.tidy(() => {
        const rows = asRows(x, 1);
        const parts = run([rows], windowNorms(rows.shape));
        const [, count, windows] = exactly(3, parts.shape, 'axes');
        return windows === 1
          ? reshape(parts, [2, count])
          : run([parts], joinedNorms(count, windows));
      }),
  };
}
