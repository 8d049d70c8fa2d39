import { expm1 } from '../../base/elementary/exponential';
import { activation } from './activation';
import { quadrature } from './gaussianMoments';

/** `φ(y) = y` for `y > 0`, `exp(y) − 1` below (Clevert, Unterthiner and Hochreiter 2016, α = 1). */
export const elu = activation({
  id: 'elu',
  name: { en: 'ELU', 'zh-CN': 'ELU' },
  summary: {
    en: 'Smooth below zero and bounded at −1: means stay closer to zero than with ReLU.',
    'zh-CN': '负半轴平滑且以 −1 为下界：均值比 ReLU 更接近零。',
  },
  formula: String.raw`\varphi(z)=\begin{cases}z & z>0\\ e^{z}-1 & z\le 0\end{cases}`,
  source: {
    authors: 'D.-A. Clevert, T. Unterthiner, S. Hochreiter',
    year: 2016,
    title: 'Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)',
  },
  fields: {},
  rectifies: true,
  suited: () => ({ growth: 1.141 }),
  forward: (ops, y) => ops.whereAtMost(y, 0, ops.expm1(y), y),
  backward: (ops, gradient, y) => ops.whereAtMost(y, 0, ops.mul(gradient, ops.exp(y)), gradient),
  moments: (variance) =>
    quadrature(
      variance,
      (y) => (y > 0 ? y : expm1(y)),
      (y, h) => (y > 0 ? 1 : h + 1),
    ),
});
