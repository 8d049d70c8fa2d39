import { finiteTo, growth } from '../checks';
import { scenario } from '../scenario';

/** With skips, batch norm does not explode. */
export const batchNormWithSkips = scenario({
  id: 'batchNormWithSkips',
  title: {
    en: 'With skips, batch norm does not explode',
    'zh-CN': '加上残差连接，批归一化就不会爆炸',
  },
  story: {
    en: 'Around each normalized layer a skip carries the gradient past it: over 50 layers it grows only like a power of the depth.',
    'zh-CN': '残差连接让梯度绕过每个归一化层：50 层下来，增长只是深度的幂函数。',
  },
  settings: { depth: 50, normalization: 'batch', residual: 'plain', gain: 1, learningRate: 0.01 },
  steps: 10,
  checks: [growth(1.06, 0.03), finiteTo(10)],
});
