import { gradient, lostBy } from '../checks';
import { scenario } from '../scenario';

/** A plain skip makes it worse. */
export const plainSkipIsWorse = scenario({
  id: 'plainSkipIsWorse',
  title: { en: 'A plain skip makes it worse', 'zh-CN': '普通残差连接反而更糟' },
  story: {
    en: 'Where each layer already enlarges the gradient, a skip adds its own copy: the sum is larger than either.',
    'zh-CN': '每层本就放大梯度时，跳跃连接又加上一份：总和比任何一份都大。',
  },
  settings: {
    depth: 20,
    gain: 1.5,
    residual: 'plain',
    loss: 'meanSquaredError',
    learningRate: 0.01,
  },
  steps: 3,
  checks: [gradient(0, '>', 1e11), lostBy(2)],
});
