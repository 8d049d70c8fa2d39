import { tanh as tanhOf } from '../../base/elementary/exponential';
import { activation } from './activation';
import { quadrature } from './gaussianMoments';

/** `φ(y) = tanh(y)`, with `φ' = 1 − φ²`. */
export const tanh = activation({
  id: 'tanh',
  name: { en: 'Tanh', 'zh-CN': 'Tanh' },
  summary: {
    en: 'Bounded by ±1: activations cannot overflow, yet with large weights gradients explode all the same.',
    'zh-CN': '输出限制在 ±1 之间：激活值不会溢出，但权重较大时梯度照样爆炸。',
  },
  formula: String.raw`\varphi(z)=\tanh z`,
  source: {
    authors: 'Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller',
    year: 1998,
    title: 'Efficient BackProp',
  },
  fields: {},
  saturation: { below: -0.97, above: 0.97 },
  suited: () => ({ growth: 0.912 }),
  forward: (ops, y) => ops.tanh(y),
  backward: (ops, gradient, _, h) => ops.mul(gradient, ops.sub(1, ops.square(h))),
  moments: (variance) => quadrature(variance, tanhOf, (_, h) => 1 - h * h),
});
