import { accuracy, finiteTo, growth } from '../checks';
import { scenario } from '../scenario';

/** Sigmoid vanishes. */
export const sigmoidVanishes = scenario({
  id: 'sigmoidVanishes',
  title: { en: 'Sigmoid vanishes', 'zh-CN': 'sigmoid 梯度消失' },
  story: {
    en: 'The slope of the sigmoid is a quarter at most, so each layer takes three quarters of the gradient away, and training stays at chance.',
    'zh-CN': 'sigmoid 的斜率至多为 1/4，每层都损失四分之三的梯度，准确率停在随机水平。',
  },
  settings: {
    depth: 10,
    activation: 'sigmoid',
    initializer: 'glorotNormal',
    gain: 1,
    learningRate: 0.01,
  },
  steps: 100,
  checks: [growth(0.236, 0.15), finiteTo(100), accuracy(100, '<', 0.6)],
});
