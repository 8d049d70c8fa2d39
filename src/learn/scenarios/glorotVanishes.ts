import { growth, inLayer } from '../checks';
import { scenario } from '../scenario';

/** Glorot under ReLU. */
export const glorotVanishes = scenario({
  id: 'glorotVanishes',
  title: { en: 'Glorot under ReLU', 'zh-CN': 'ReLU 配 Glorot' },
  story: {
    en: 'Glorot’s weights are made for a slope of 1; a ReLU lets half through, so the gradient loses a factor of 0.71 per layer.',
    'zh-CN': 'Glorot 权重针对斜率为 1 的激活函数；ReLU 只让一半通过，梯度每层乘以 0.71。',
  },
  settings: { depth: 30, initializer: 'glorotNormal', gain: 1 },
  steps: 0,
  checks: [growth(0.71, 0.06), inLayer('gradH', 1, '‖∂L/∂h₁‖', 0, '<', 0.001)],
});
