import { accuracy, finiteTo, growth } from '../checks';
import { scenario } from '../scenario';

/** Explosion without NaN. */
export const chaoticTanh = scenario({
  id: 'chaoticTanh',
  title: { en: 'Explosion without NaN', 'zh-CN': '没有 NaN 的爆炸' },
  story: {
    en: 'Tanh bounds every signal, yet weights three times too large make the network chaotic: the gradient explodes, everything stays finite, and nothing is learned.',
    'zh-CN':
      'tanh 使信号有界，但权重为合适大小的三倍时网络变得混沌：梯度爆炸，数值始终有限，却什么也学不到。',
  },
  settings: {
    depth: 30,
    activation: 'tanh',
    initializer: 'lecunNormal',
    gain: 3,
    loss: 'meanSquaredError',
    learningRate: 0.01,
  },
  steps: 100,
  checks: [growth(1.364, 0.06), finiteTo(100), accuracy(100, '<', 0.6)],
});
