import { accuracy, finiteTo, growth } from '../checks';
import { scenario } from '../scenario';

/** Orthogonal weights. */
export const orthogonal = scenario({
  id: 'orthogonal',
  title: { en: 'Orthogonal weights', 'zh-CN': '正交权重' },
  story: {
    en: 'Orthogonal matrices change no length, so a tanh network of thirty layers passes the gradient on almost unchanged.',
    'zh-CN': '正交矩阵不改变向量的长度，三十层的 tanh 网络几乎原样传递梯度。',
  },
  settings: {
    depth: 30,
    activation: 'tanh',
    initializer: 'orthogonal',
    gain: 1.05,
    learningRate: 0.05,
  },
  steps: 200,
  checks: [growth(1, 0.05), finiteTo(200), accuracy(200, '>', 0.6)],
});
