import { accuracy, finiteTo, gradient } from '../checks';
import { scenario } from '../scenario';

/** Clipping keeps it finite. */
export const clippingDoesNotLearn = scenario({
  id: 'clippingDoesNotLearn',
  title: { en: 'Clipping keeps it finite', 'zh-CN': '裁剪只保住有限' },
  story: {
    en: 'Clipping by global norm caps the update at 1; the gradient itself is still a million times larger, and the network does not learn.',
    'zh-CN': '按全局范数裁剪把更新限制在 1；梯度本身仍大上百万倍，网络并未学习。',
  },
  settings: {
    depth: 20,
    gain: 1.5,
    loss: 'meanSquaredError',
    learningRate: 0.01,
    clipByGlobalNorm: true,
  },
  steps: 100,
  checks: [gradient(0, '>', 1e6), finiteTo(100), gradient(100, '>', 1000), accuracy(100, '<', 0.6)],
});
