import { growth } from '../checks';
import { scenario } from '../scenario';

/** SELU normalizes itself. */
export const selu = scenario({
  id: 'selu',
  title: { en: 'SELU normalizes itself', 'zh-CN': 'SELU 自归一化' },
  story: {
    en: 'SELU with LeCun weights holds its own mean and variance: the gradient grows by three percent per layer and no more.',
    'zh-CN': 'SELU 配合 LeCun 权重能保持自身均值和方差：梯度每层只增长约百分之三。',
  },
  settings: { depth: 30, activation: 'selu', initializer: 'lecunNormal', gain: 1 },
  steps: 0,
  checks: [growth(1.035, 0.05)],
});
