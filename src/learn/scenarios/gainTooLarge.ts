import { gradient, growth, lostBy } from '../checks';
import { scenario } from '../scenario';

/** Gain too large. */
export const gainTooLarge = scenario({
  id: 'gainTooLarge',
  title: { en: 'Gain too large', 'zh-CN': '增益过大' },
  story: {
    en: 'With weights twice too large every ReLU layer doubles the gradient, so depth is an exponent.',
    'zh-CN': '权重为合适大小的两倍，每个 ReLU 层都使梯度翻倍：深度成为指数。',
  },
  settings: { gain: 2, depth: 20, loss: 'meanSquaredError', learningRate: 0.01 },
  steps: 4,
  checks: [growth(2, 0.08), gradient(0, '>', 1e10), lostBy(3)],
});
