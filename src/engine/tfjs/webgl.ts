import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { sizeOf } from '../../base/shape';
import type { Operand, Tensor } from '../../ops/ops';
import { broadcastShape } from './broadcast';
import type { Handle, Kernels } from './kernels';
import type { Corrections } from './ops';

/** Elements that one fragment of a reduction reads. */
const reductionWindow = 32;

/**
 * What tfjs computes differently on WebGL: its quotient of equal numbers is 1, also for 0/0 and
 * Inf/Inf; its largest of a row starts at −1e20 and may lose a NaN; and its matrix product, which
 * reads 2×2 texels, takes in the padding where the shared dimension is odd, although earlier
 * operations have left numbers there.
 */
export function webglCorrections(kernels: Kernels): Corrections {
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
      return run([tensor(a), tensor(b)], {
        variableNames: ['A', 'B'],
        outputShape: [...broadcastShape([a, b])],
        userCode: 'void main() { setOutput(getAAtOutCoords() / getBAtOutCoords()); }',
      });
    },
    max: (x) =>
      kernels.tidy(() => {
        const length = x.shape.at(-1) ?? 1;
        const reshaped = (y: Tensor, shape: readonly number[]) =>
          kernels.call('Reshape', { x: y }, { shape: [...shape] });
        let reduced: Tensor = reshaped(x, [sizeOf(x.shape) / length, length]);
        do reduced = run([reduced], largest(reduced));
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

function oddProduct(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean): GPGPUProgram {
  const [rows = 1, inner = 1] = transposeA ? a.shape.toReversed() : a.shape;
  const columns = (transposeB ? b.shape[0] : b.shape[1]) ?? 1;
  return {
    variableNames: ['A', 'B'],
    outputShape: [rows, columns],
    userCode: `
      void main() {
        ivec2 coords = getOutputCoords();
        float total = 0.0;
        for (int inner = 0; inner < ${inner}; inner++) {
          total += ${transposeA ? 'getA(inner, coords[0])' : 'getA(coords[0], inner)'}
            * ${transposeB ? 'getB(coords[1], inner)' : 'getB(inner, coords[1])'};
        }
        setOutput(total);
      }`,
  };
}

/** The largest of every window of a row: `[rows, length]` → `[rows, ⌈length/window⌉]`. */
function largest({ shape: [rows = 1, length = 1] }: Tensor): GPGPUProgram {
  return {
    variableNames: ['X'],
    outputShape: [rows, Math.ceil(length / reductionWindow)],
    userCode: `
      void main() {
        ivec2 coords = getOutputCoords();
        int start = coords[1] * ${reductionWindow};
        float largest = getX(coords[0], start);
        bool broken = isnan(largest);
        for (int offset = 1; offset < ${reductionWindow}; offset++) {
          if (start + offset >= ${length}) break;
          float value = getX(coords[0], start + offset);
          broken = broken || isnan(value);
          largest = value > largest ? value : largest;
        }
        setOutput(broken ? NAN : largest);
      }`,
  };
}
