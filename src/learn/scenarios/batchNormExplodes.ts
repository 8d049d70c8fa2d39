import { finiteTo, growth, inLayer } from '../checks';
import { scenario } from '../scenario';

/** Batch normalization explodes. */
export const batchNormExplodes = scenario({
  id: 'batchNormExplodes',
  title: { en: 'Batch normalization explodes', 'zh-CN': '批归一化也会爆炸' },
  story: {
    en: 'Without skips batch normalization makes the gradient of a ReLU network grow by 1.22 per layer at initialization, whatever the weights; training soon calms it.',
    'zh-CN':
      '没有残差连接时，无论权重如何，批归一化都使 ReLU 网络初始化时的梯度每层变为 1.22 倍；训练会很快使其平缓。',
  },
  settings: { depth: 50, normalization: 'batch', gain: 1, learningRate: 0.01 },
  steps: 10,
  checks: [growth(1.22, 0.06), inLayer('gradH', 1, '‖∂L/∂h₁‖', 0, '>', 100), finiteTo(10)],
});
