import type { RandomStream } from '../../base/random';
import { dot, subtract } from '../../base/vector';
import { initializer } from './initializer';

/**
 * A random orthogonal matrix: the vectors along its shorter side are orthonormal, so that a linear
 * layer keeps lengths exactly (Saxe, McClelland and Ganguli 2014). Gram and Schmidt on normal vectors
 * gives the uniform (Haar) distribution; where little of a vector is left, another pass keeps it
 * orthogonal to rounding.
 */
export const orthogonal = initializer({
  id: 'orthogonal',
  name: { en: 'Orthogonal', 'zh-CN': '正交' },
  summary: {
    en: 'All singular values are 1: a linear layer neither stretches nor shrinks any direction.',
    'zh-CN': '所有奇异值均为 1：线性层在任何方向上都不拉伸、不收缩。',
  },
  formula: String.raw`W^{\top}W=I`,
  source: {
    authors: 'A. M. Saxe, J. L. McClelland, S. Ganguli',
    year: 2014,
    title: 'Exact Solutions to the Nonlinear Dynamics of Learning in Deep Linear Neural Networks',
  },
  fields: {},
  draw(stream, fanIn, fanOut) {
    const length = Math.max(fanIn, fanOut);
    const vectors = orthonormal(stream, Math.min(fanIn, fanOut), length);
    const weights = new Float64Array(fanIn * fanOut);
    vectors.forEach((vector, index) => {
      vector.forEach((value, position) => {
        const [row, column] = fanIn >= fanOut ? [position, index] : [index, position];
        weights[row * fanOut + column] = value;
      });
    });
    return weights;
  },
  variance: (fanIn, fanOut) => 1 / Math.max(fanIn, fanOut),
  isometric: true,
});

function orthonormal(stream: RandomStream, count: number, length: number): readonly Float64Array[] {
  const vectors: Float64Array[] = [];
  while (vectors.length < count) {
    const vector = Float64Array.from({ length }, () => stream.normal());
    let norm = Math.sqrt(dot(vector, vector));
    let before: number;
    do {
      before = norm;
      for (const other of vectors) subtract(vector, other, dot(vector, other));
      norm = Math.sqrt(dot(vector, vector));
    } while (norm < 0.1 * before);
    vectors.push(vector.map((value) => value / norm));
  }
  return vectors;
}
