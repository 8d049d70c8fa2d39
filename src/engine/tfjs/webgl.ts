import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import type { Operand } from '../../ops/ops';
import { type Corrections, native } from './ops';

/** Elements that one fragment of a reduction reads. */
const reductionWindow = 32;

/**
 * What tfjs computes differently on WebGL: its quotient of equal numbers is 1, also for 0/0 and
 * Inf/Inf; its largest of a row starts at −1e20 and may lose a NaN; and its matrix product, which
 * reads 2×2 texels, takes in the padding where the shared dimension is odd, although earlier
 * operations have left numbers there.
 */
export const webglCorrections: Corrections = {
  matMul(a, b, { a: transposeA = false, b: transposeB = false } = {}) {
    const [rows = 1, columns = 1] = a.shape;
    return (transposeA ? rows : columns) % 2 === 0
      ? tf.matMul(native(a), native(b), transposeA, transposeB)
      : oddProduct(native(a), native(b), transposeA, transposeB);
  },
  div: (a, b) => quotient(scalar(a), scalar(b)),
  max: (x) => tf.tidy(() => largest(native(x))),
};

function scalar(x: Operand): tf.Tensor {
  return typeof x === 'number' ? tf.scalar(x) : native(x);
}

function quotient(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const outputShape = tf.broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape);
  return run([a, b], {
    variableNames: ['A', 'B'],
    outputShape,
    userCode: 'void main() { setOutput(getAAtOutCoords() / getBAtOutCoords()); }',
  });
}

function oddProduct(
  a: tf.Tensor,
  b: tf.Tensor,
  transposeA: boolean,
  transposeB: boolean,
): tf.Tensor {
  const [rows = 1, inner = 1] = transposeA ? a.shape.toReversed() : a.shape;
  const columns = (transposeB ? b.shape[0] : b.shape[1]) ?? 1;
  return run([a, b], {
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
  });
}

function largest(x: tf.Tensor): tf.Tensor {
  const length = x.shape.at(-1) ?? 1;
  const rows = x.size / length;
  let reduced = tf.reshape(x, [rows, length]);
  do reduced = reduceLargest(reduced as tf.Tensor2D);
  while ((reduced.shape[1] ?? 1) > 1);
  return tf.reshape(reduced, [...x.shape.slice(0, -1), 1]);
}

function reduceLargest(x: tf.Tensor2D): tf.Tensor2D {
  const [rows, length] = x.shape;
  return run([x], {
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
  }) as tf.Tensor2D;
}

function run(inputs: readonly tf.Tensor[], program: GPGPUProgram): tf.Tensor {
  const backend = tf.backend() as MathBackendWebGL;
  return tf.engine().makeTensorFromTensorInfo(backend.compileAndRun(program, [...inputs]));
}
