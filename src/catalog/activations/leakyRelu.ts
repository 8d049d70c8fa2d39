import { activation } from './activation';
import { piecewiseLinearMoments } from './gaussianMoments';

/** `φ(y) = y` for `y ≥ 0`, `αy` below, α < 1 (Maas, Hannun and Ng 2013). */
export const leakyRelu = activation({
  id: 'leakyRelu',
  name: { en: 'Leaky ReLU', 'zh-CN': 'Leaky ReLU' },
  summary: {
    en: 'Lets a small share of negative values through: no unit dies, but the explosion stays.',
    'zh-CN': '让负值以较小的斜率通过：单元不会死亡，但梯度爆炸依旧。',
  },
  formula: String.raw`\varphi(z)=\begin{cases}z & z>0\\ \alpha z & z\le 0\end{cases}`,
  source: {
    authors: 'A. L. Maas, A. Y. Hannun, A. Y. Ng',
    year: 2013,
    title: 'Rectifier Nonlinearities Improve Neural Network Acoustic Models',
  },
  fields: {
    negativeSlope: {
      kind: 'number',
      label: { en: 'Negative slope', 'zh-CN': '负半轴斜率' },
      help: { en: 'α: the slope for negative values.', 'zh-CN': 'α：负值部分的斜率。' },
      change: 'restart',
      default: 0.01,
      min: 0.001,
      max: 1,
      scale: 'log',
    },
  },
  rectifies: true,
  suited: ({ negativeSlope }) => ({
    gain: Number((1 / Math.sqrt(1 + negativeSlope * negativeSlope)).toPrecision(3)),
    growth: 1,
  }),
  forward: (ops, y, { negativeSlope }) => ops.whereAtMost(y, 0, ops.mul(y, negativeSlope), y),
  backward: (ops, gradient, y, _, { negativeSlope }) =>
    ops.whereAtMost(y, 0, ops.mul(gradient, negativeSlope), gradient),
  moments: (variance, { negativeSlope }) => piecewiseLinearMoments(variance, negativeSlope),
});
