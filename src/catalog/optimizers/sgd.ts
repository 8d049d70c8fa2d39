import { optimizer } from './optimizer';

/** `Δθ = −lr·g` (Robbins and Monro 1951). */
export const sgd = optimizer({
  id: 'sgd',
  name: { en: 'SGD', 'zh-CN': 'SGD' },
  summary: {
    en: 'The step is the gradient times the learning rate: an exploded gradient is an exploded step.',
    'zh-CN': '更新量等于学习率乘梯度：梯度爆炸，更新也随之爆炸。',
  },
  formula: String.raw`\Delta\theta=-\eta\,g`,
  source: {
    authors: 'H. Robbins, S. Monro',
    year: 1951,
    title: 'A Stochastic Approximation Method',
  },
  fields: {},
  soundRate: 0.01,
  init: () => [],
  update: (ops, gradients, state, { settings }) => ({
    gradients: gradients.map((g) => ops.mul(g, -settings.learningRate)),
    state,
  }),
});
