import { activation } from './activation';
import { piecewiseLinearMoments } from './gaussianMoments';

/** `φ(y) = max(y, 0)`, with `φ'(0) = 0` (Nair and Hinton 2010). */
export const relu = activation({
  id: 'relu',
  name: { en: 'ReLU', 'zh-CN': 'ReLU' },
  summary: {
    en: 'Passes positive values, blocks the rest: half of the gradient variance survives each layer.',
    'zh-CN': '保留正值，其余置零：每一层只有一半的梯度方差通过。',
  },
  formula: String.raw`\varphi(z)=\max(z,0)`,
  source: {
    authors: 'V. Nair, G. E. Hinton',
    year: 2010,
    title: 'Rectified Linear Units Improve Restricted Boltzmann Machines',
  },
  fields: {},
  dies: true,
  rectifies: true,
  suited: () => ({ growth: 1 }),
  forward: (ops, y) => ops.whereAtMost(y, 0, 0, y),
  backward: (ops, gradient, y) => ops.whereAtMost(y, 0, 0, gradient),
  moments: (variance) => piecewiseLinearMoments(variance, 0),
});
