import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { sizeOf } from '../../base/shape';
import type { Operand, Ops, Tensor } from '../../ops/ops';
import { broadcastShape } from './broadcast';
import type { Handle, Kernels } from './kernels';
import type { Corrections } from './ops';
import {
  choice,
  largest,
  normsOf,
  oddProduct,
  quotient,
  reductionWindow,
  squares,
} from './programs';

/**
 * What tfjs computes differently on WebGL: its quotient of equal numbers is 1, also for 0/0 and
 * Inf/Inf; its largest of a row starts at −1e20 and may lose a NaN; and its matrix product, which
 * reads 2×2 texels, takes in the padding where the shared dimension is odd, although earlier
 * operations have left numbers there. Norms and choices have programs of their own, for a draw call
 * costs more than what it computes.
 */
export function webglCorrections(kernels: Kernels, base: Ops): Corrections {
  const run = programs(kernels);
  return {
    matMul(a, b, { a: transposeA = false, b: transposeB = false } = {}) {
      const [rows = 1, columns = 1] = a.shape;
      return (transposeA ? rows : columns) % 2 === 0
        ? kernels.call('BatchMatMul', { a, b }, { transposeA, transposeB })
        : run([a, b], oddProduct(a, b, transposeA, transposeB));
    },
    matMulAdd(a, b, c) {
      const attributes = { transposeA: false, transposeB: false, activation: 'linear' };
      return (a.shape[1] ?? 1) % 2 === 0
        ? kernels.call('_FusedMatMul', { a, b, bias: c }, attributes)
        : kernels.tidy(() =>
            kernels.call('Add', { a: run([a, b], oddProduct(a, b, false, false)), b: c }),
          );
    },
    div(a, b) {
      const tensor = (x: Operand) => (typeof x === 'number' ? kernels.scalar(x) : x);
      return run([tensor(a), tensor(b)], quotient(broadcastShape([a, b])));
    },
    whereAtMost(x, limit, a, b) {
      const isAlike = (y: Operand) =>
        typeof y === 'number' ? Number.isFinite(y) : String(y.shape) === String(x.shape);
      const inputs = [a, b].filter((y) => typeof y !== 'number');
      return isAlike(a) && isAlike(b)
        ? run([x, ...inputs], choice(x.shape, limit, a, b))
        : kernels.tidy(() => base.where(base.lessEqual(x, limit), a, b));
    },
    norms: (x) =>
      kernels.tidy(() => {
        const [rows = 1] = x.shape;
        const length = sizeOf(x.shape) / rows;
        const flat = kernels.call('Reshape', { x }, { shape: [rows, length] });
        const window = Math.max(reductionWindow, Math.ceil(Math.sqrt(length)));
        const parts = run([flat], largest(flat, window, 'abs'));
        const most = run([parts], largest(parts, parts.shape[1] ?? 1));
        const sums = run([flat, most], squares(flat, window));
        return run([most, sums], normsOf(sums));
      }),
    max: (x) =>
      kernels.tidy(() => {
        const length = x.shape.at(-1) ?? 1;
        const reshaped = (y: Tensor, shape: readonly number[]) =>
          kernels.call('Reshape', { x: y }, { shape: [...shape] });
        let reduced: Tensor = reshaped(x, [sizeOf(x.shape) / length, length]);
        do reduced = run([reduced], largest(reduced, reductionWindow));
        while ((reduced.shape[1] ?? 1) > 1);
        return reshaped(reduced, [...x.shape.slice(0, -1), 1]);
      }),
  };
}

type Run = (inputs: readonly Tensor[], program: GPGPUProgram) => Tensor;

/** Runs programs of our own on the backend of these kernels. */
function programs(kernels: Kernels): Run {
  const backend = kernels.backend as MathBackendWebGL;
  return (inputs, program) =>
    kernels.adopt(backend.compileAndRun(program, inputs as readonly Tensor[] as Handle[]));
}
