import { activation } from './activation';
import { logistic, quadrature } from './gaussianMoments';

/** `φ(y) = 1/(1 + exp(−y))`, with `φ' = φ(1 − φ) ≤ 1/4`. */
export const sigmoid = activation({
  id: 'sigmoid',
  name: { en: 'Sigmoid', 'zh-CN': 'Sigmoid' },
  summary: {
    en: 'Its slope is at most 1/4, so deep stacks of it make the gradient vanish.',
    'zh-CN': '斜率不超过 1/4，多层堆叠会使梯度消失。',
  },
  formula: String.raw`\varphi(z)=\frac{1}{1+e^{-z}}`,
  source: {
    authors: 'D. E. Rumelhart, G. E. Hinton, R. J. Williams',
    year: 1986,
    title: 'Learning Representations by Back-Propagating Errors',
  },
  fields: {},
  saturation: { below: 0.015, above: 0.985 },
  forward: (ops, y) => ops.sigmoid(y),
  backward: (ops, gradient, _, h) => ops.mul(gradient, ops.mul(h, ops.sub(1, h))),
  moments: (variance) => quadrature(variance, logistic, (_, h) => h * (1 - h)),
});
