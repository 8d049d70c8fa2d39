import { finiteTo, gradient, lossRatio } from '../checks';
import { scenario } from '../scenario';

/** Adam freezes without a NaN. */
export const adamFreezes = scenario({
  id: 'adamFreezes',
  title: { en: 'Adam freezes without a NaN', 'zh-CN': 'Adam 冻结，却没有 NaN' },
  story: {
    en: 'At a depth of 40 the squares of the gradient overflow float32, Adam divides by infinity, and the loss stands still although nothing is NaN.',
    'zh-CN': '深度 40 时梯度平方超出 float32，Adam 除以无穷大，损失停滞不动，却没有任何 NaN。',
  },
  settings: {
    depth: 40,
    gain: 2,
    loss: 'meanSquaredError',
    optimizer: 'adam',
    learningRate: 0.001,
  },
  steps: 20,
  checks: [gradient(0, '>', 1e19), finiteTo(20), lossRatio(20, '>', 0.5)],
});
