import { activation } from './activation';
import { piecewiseLinearMoments } from './gaussianMoments';

/** `φ(y) = y`. A deep linear network: all growth comes from the weights. */
export const linear = activation({
  id: 'linear',
  name: { en: 'Linear', 'zh-CN': '线性' },
  summary: {
    en: 'No nonlinearity: the gradient grows by the weights alone.',
    'zh-CN': '没有非线性：梯度的增长完全来自权重。',
  },
  formula: String.raw`\varphi(z)=z`,
  fields: {},
  suited: () => ({ growth: 1 }),
  forward: (ops, y) => ops.mul(y, 1),
  backward: (ops, gradient) => ops.mul(gradient, 1),
  moments: (variance) => piecewiseLinearMoments(variance, 1),
});
