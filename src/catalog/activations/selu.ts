import { expm1 } from '../../base/elementary/exponential';
import { activation } from './activation';
import { quadrature } from './gaussianMoments';

const alpha = 1.6732632423543772;
const scale = 1.0507009873554805;

/** Scaled ELU whose fixed point keeps mean 0 and variance 1 (Klambauer et al. 2017). */
export const selu = activation({
  id: 'selu',
  name: { en: 'SELU', 'zh-CN': 'SELU' },
  summary: {
    en: 'ELU scaled so that LeCun-initialized activations normalize themselves.',
    'zh-CN': '经过缩放的 ELU：配合 LeCun 初始化可使激活值自归一化。',
  },
  formula: String.raw`\varphi(z)=\lambda\begin{cases}z & z>0\\ \alpha(e^{z}-1) & z\le 0\end{cases}`,
  source: {
    authors: 'G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter',
    year: 2017,
    title: 'Self-Normalizing Neural Networks',
  },
  fields: {},
  suited: () => ({ growth: 1.072 }),
  forward: (ops, y) =>
    ops.whereAtMost(y, 0, ops.mul(ops.expm1(y), scale * alpha), ops.mul(y, scale)),
  backward(ops, gradient, y) {
    const below = ops.mul(ops.exp(y), scale * alpha);
    return ops.whereAtMost(y, 0, ops.mul(gradient, below), ops.mul(gradient, scale));
  },
  moments: (variance) =>
    quadrature(
      variance,
      (y) => scale * (y > 0 ? y : alpha * expm1(y)),
      (y, h) => (y > 0 ? scale : h + scale * alpha),
    ),
});
