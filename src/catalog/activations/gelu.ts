import type { Ops, Tensor } from '../../ops/ops';
import { activation } from './activation';

/** Below this, `yΦ(y)` and its slope are zero in float32; their limits at −Inf are zero too. */
const tail = -14;

/** `Φ(y)`, the standard normal distribution function. */
function normalDistribution(ops: Ops, y: Tensor): Tensor {
  return ops.mul(ops.add(ops.erf(ops.mul(y, Math.SQRT1_2)), 1), 0.5);
}

/** `φ(y) = yΦ(y)`, the exact form with the error function (Hendrycks and Gimpel 2016). */
export const gelu = activation({
  id: 'gelu',
  name: { en: 'GELU', 'zh-CN': 'GELU' },
  summary: {
    en: 'The smooth gate of transformers: weighs a value by how likely a normal one is smaller.',
    'zh-CN': 'Transformer 常用的平滑门控：按标准正态分布函数对输入加权。',
  },
  source: {
    authors: 'D. Hendrycks, K. Gimpel',
    year: 2016,
    title: 'Gaussian Error Linear Units (GELUs)',
  },
  fields: {},
  forward: (ops, y) => ops.where(ops.less(y, tail), 0, ops.mul(y, normalDistribution(ops, y))),
  backward(ops, gradient, y) {
    const density = ops.mul(ops.exp(ops.mul(ops.square(y), -0.5)), 1 / Math.sqrt(2 * Math.PI));
    const bell = ops.where(ops.lessEqual(-tail, ops.abs(y)), 0, ops.mul(y, density));
    return ops.mul(gradient, ops.add(normalDistribution(ops, y), bell));
  },
});
