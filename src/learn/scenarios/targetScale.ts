import { gradient, growth, lostBy } from '../checks';
import { scenario } from '../scenario';

/** Targets a thousand times too large. */
export const targetScale = scenario({
  id: 'targetScale',
  title: { en: 'Targets a thousand times too large', 'zh-CN': '目标放大一千倍' },
  story: {
    en: 'The gradient starts with the error, so targets a thousand times larger make it tens to a thousand times larger: the weights are fine, the step is not.',
    'zh-CN': '梯度始于误差，目标放大一千倍，梯度随之变为几十到一千倍：权重没有问题，步长太大。',
  },
  settings: {
    dataset: 'wave',
    depth: 10,
    gain: 1,
    loss: 'meanSquaredError',
    learningRate: 0.01,
    targetScale: 1000,
  },
  steps: 20,
  checks: [growth(1, 0.3), gradient(0, '>', 100), lostBy(20)],
});
