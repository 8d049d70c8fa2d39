import { accuracy, finiteTo, growth } from '../checks';
import { scenario } from '../scenario';

/** He initialization is healthy. */
export const heIsHealthy = scenario({
  id: 'heIsHealthy',
  title: { en: 'He initialization is healthy', 'zh-CN': 'He 初始化是健康的' },
  story: {
    en: 'He’s standard deviation is the one at which a ReLU layer passes the gradient on at its size: the network learns.',
    'zh-CN': 'He 的标准差恰使 ReLU 层按原大小传递梯度：网络能学会。',
  },
  settings: { depth: 10, gain: 1, learningRate: 0.05 },
  steps: 300,
  checks: [growth(1, 0.12), finiteTo(300), accuracy(300, '>', 0.85)],
});
