import { type Claim, claimRun } from '../claim';
import { finite, learns, lost, ratio, value } from '../evidence';
import { exploding, untreated } from './base';

const clipped = claimRun(
  'clipped',
  { en: 'squared error, clipped', 'zh-CN': '均方误差，裁剪' },
  { ...exploding, clipByGlobalNorm: true },
  100,
);
const entropy = claimRun(
  'entropy',
  { en: 'cross-entropy', 'zh-CN': '交叉熵' },
  { ...exploding, loss: 'softmaxCrossEntropy' },
  200,
);
const entropyClipped = claimRun(
  'entropyClipped',
  { en: 'cross-entropy, clipped', 'zh-CN': '交叉熵，裁剪' },
  { ...exploding, loss: 'softmaxCrossEntropy', clipByGlobalNorm: true },
  200,
);

/** Clipping. */
export const clipping: Claim = {
  id: 'clipping',
  claim: {
    en: 'Gradient clipping fixes exploding gradients.',
    'zh-CN': '梯度裁剪能解决梯度爆炸。',
  },
  judgment: 'halfRight',
  verdict: {
    en: 'It keeps the step finite as long as the gradient itself is. The gradient is as large as before. Whether it learns depends: with cross-entropy this network does, with the squared error it does not. In recurrent networks with rare spikes it is the usual remedy; here every step is a spike.',
    'zh-CN':
      '只要梯度本身数值有限，它就能使更新有限。梯度与之前一样大。能否学会要看情况：用交叉熵，这个网络能学会；用均方误差则不能。对于梯度偶有尖峰的循环网络，裁剪是常用办法；而这里每一步都是尖峰。',
  },
  runs: [untreated, clipped, entropy, entropyClipped],
  evidence: [
    ratio('gradient', clipped, untreated, 0.99, 1.01),
    value('change', clipped, 0.0099, 0.0101),
    finite(clipped),
    learns(clipped, false),
    lost(entropy, 10),
    finite(entropyClipped),
    learns(entropyClipped, true),
  ],
  source: { name: 'Pascanu, Mikolov & Bengio 2013', url: 'https://arxiv.org/abs/1211.5063' },
};
