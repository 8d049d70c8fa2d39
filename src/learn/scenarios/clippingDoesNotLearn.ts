import { accuracy, finiteTo, gradient } from '../checks';
import { scenario } from '../scenario';

/** Clipping keeps it finite. */
export const clippingDoesNotLearn = scenario({
  id: 'clippingDoesNotLearn',
  title: { en: 'Clipping keeps it finite', 'zh-CN': '裁剪只能保证数值有限' },
  story: {
    en: 'Clipping by global norm gives the optimizer a gradient of norm 1; the one behind it begins above 10⁷, is still above 10⁵ after a hundred steps, and the network does not learn.',
    'zh-CN':
      '按全局范数裁剪后，交给优化器的梯度范数为 1；其背后的梯度起初超过 10⁷，一百步后仍在 10⁵ 以上，网络没有学会。',
  },
  settings: {
    depth: 20,
    gain: 1.5,
    loss: 'meanSquaredError',
    learningRate: 0.01,
    clipByGlobalNorm: true,
  },
  steps: 100,
  checks: [gradient(0, '>', 1e7), finiteTo(100), gradient(100, '>', 1e5), accuracy(100, '<', 0.6)],
});
