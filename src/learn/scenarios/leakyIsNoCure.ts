import { growth, lostBy } from '../checks';
import { scenario } from '../scenario';

/** Leaky ReLU is no cure. */
export const leakyIsNoCure = scenario({
  id: 'leakyIsNoCure',
  title: { en: 'Leaky ReLU is no cure', 'zh-CN': 'Leaky ReLU 不是解药' },
  story: {
    en: 'A leak keeps units alive; it lets more of the gradient through, so an explosion grows a little faster.',
    'zh-CN': '负斜率让单元保持存活，但也让更多梯度通过，爆炸反而略快。',
  },
  settings: {
    depth: 20,
    activation: 'leakyRelu',
    negativeSlope: 0.2,
    gain: 1.5,
    loss: 'meanSquaredError',
    learningRate: 0.01,
  },
  steps: 3,
  checks: [growth(1.53, 0.08), lostBy(2)],
});
