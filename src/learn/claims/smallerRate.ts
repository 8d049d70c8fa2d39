import { type Claim, claimRun } from '../claim';
import { finite, learns, lost, ratio } from '../evidence';
import { exploding, untreated } from './base';

const smaller = claimRun(
  'smaller',
  { en: 'squared error, rate ÷ 10,000', 'zh-CN': '均方误差，学习率 ÷ 10,000' },
  { ...exploding, learningRate: 1e-6 },
  5,
);
const entropy = claimRun(
  'entropy',
  { en: 'cross-entropy, rate 0.01', 'zh-CN': '交叉熵，学习率 0.01' },
  { ...exploding, loss: 'softmaxCrossEntropy' },
  200,
);
const entropySlow = claimRun(
  'entropySlow',
  { en: 'cross-entropy, rate 0.00001', 'zh-CN': '交叉熵，学习率 0.00001' },
  { ...exploding, loss: 'softmaxCrossEntropy', learningRate: 0.00001 },
  200,
);

/** A smaller learning rate. */
export const smallerRate: Claim = {
  id: 'smallerRate',
  claim: {
    en: 'A smaller learning rate fixes exploding gradients.',
    'zh-CN': '减小学习率能解决梯度爆炸。',
  },
  judgment: 'halfRight',
  verdict: {
    en: 'It makes the step smaller and leaves the gradient as it is. With cross-entropy a thousandth of the rate is enough, and this network learns. With the squared error the gradient is 10⁷, and a ten-thousandth is not enough. The right rate depends on the depth as the gradient does.',
    'zh-CN':
      '它使步长变小，梯度不变。用交叉熵时，学习率降到千分之一就够了，这个网络能学会。用均方误差时梯度达 10⁷，万分之一也不够。合适的学习率与梯度一样取决于深度。',
  },
  runs: [untreated, smaller, entropy, entropySlow],
  evidence: [
    ratio('gradient', smaller, untreated, 0.99, 1.01),
    lost(smaller, 5),
    lost(entropy, 10),
    ratio('gradient', entropySlow, entropy, 0.99, 1.01),
    finite(entropySlow),
    learns(entropySlow, true),
  ],
};
