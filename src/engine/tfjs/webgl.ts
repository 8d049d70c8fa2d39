import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import type { Operand } from '../../ops/ops';
import { type Corrections, native } from './ops';

/** Elements that one fragment of a reduction reads. */
const reductionWindow = 32;

/**
 * What tfjs computes differently on WebGL: its quotient of equal numbers is 1, also for 0/0 and
 * Inf/Inf, and its largest of a row starts at −1e20 and may lose a NaN. Here both are IEEE 754.
 */
export const webglCorrections: Corrections = {
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
