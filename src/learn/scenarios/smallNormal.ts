import { growth, inLayer } from '../checks';
import { scenario } from '../scenario';

/** Weights too small. */
export const smallNormal = scenario({
  id: 'smallNormal',
  title: { en: 'Weights too small', 'zh-CN': '权重过小' },
  story: {
    en: 'A normal distribution of standard deviation 0.05 shrinks the gradient in every layer until nothing arrives at the input.',
    'zh-CN': '标准差 0.05 的正态分布使梯度逐层缩小，到输入端几乎为零。',
  },
  settings: { depth: 30, initializer: 'normal', initStd: 0.05, gain: 1 },
  steps: 0,
  checks: [growth(0.283, 0.15), inLayer('gradH', 1, '‖∂L/∂h₁‖', 0, '<', 1e-10)],
});
