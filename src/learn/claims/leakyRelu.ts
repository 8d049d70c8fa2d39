import { type Claim, claimRun } from '../claim';
import { lost, ratio } from '../evidence';
import { exploding } from './base';

const relu = claimRun('relu', { en: 'ReLU', 'zh-CN': 'ReLU' }, { ...exploding, width: 256 }, 5);
const leaky = claimRun(
  'leaky',
  { en: 'Leaky ReLU 0.2', 'zh-CN': 'Leaky ReLU 0.2' },
  { ...exploding, width: 256, activation: 'leakyRelu', negativeSlope: 0.2 },
  5,
);

/** Leaky ReLU. */
export const leakyRelu: Claim = {
  id: 'leakyRelu',
  claim: { en: 'Leaky ReLU prevents exploding gradients.', 'zh-CN': 'Leaky ReLU 能防止梯度爆炸。' },
  judgment: 'wrong',
  verdict: {
    en: 'It lets more of the gradient through, so with the same weights it explodes a little faster: 1.53 per layer instead of 1.50. (These networks are 256 wide; in narrow ones the draw of the weights can outweigh so small a difference.) What it does cure is dead units. With weights scaled for its own slope its factor is 1, like that of ReLU: it is neither better nor worse than ReLU.',
    'zh-CN':
      '它让更多梯度通过，权重相同时爆炸反而略快：每层 1.53 倍，而不是 1.50 倍。（这里网络宽 256；在窄网络中，权重的随机抽取可能盖过这样小的差别。）它解决的是单元死亡的问题。若权重按其自身斜率缩放，因子同样为 1，则与 ReLU 不相上下。',
  },
  runs: [relu, leaky],
  evidence: [
    ratio('growth', leaky, relu, 1.005, 1.06),
    ratio('gradient', leaky, relu, 1, Infinity),
    lost(leaky, 2),
  ],
  source: {
    name: 'Maas, Hannun & Ng 2013',
    url: 'https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf',
  },
};
