import { type Claim, claimRun } from '../claim';
import { lost, ratio } from '../evidence';
import { exploding, untreated } from './base';

const leaky = claimRun(
  'leaky',
  { en: 'Leaky ReLU 0.2', 'zh-CN': 'Leaky ReLU 0.2' },
  { ...exploding, activation: 'leakyRelu', negativeSlope: 0.2 },
  5,
);

/** Leaky ReLU. */
export const leakyRelu: Claim = {
  id: 'leakyRelu',
  claim: { en: 'Leaky ReLU prevents exploding gradients.', 'zh-CN': 'Leaky ReLU 能防止梯度爆炸。' },
  judgment: 'wrong',
  verdict: {
    en: 'It lets more of the gradient through, so with the same weights it explodes a little faster. What it does cure is dead units. With weights scaled for its own slope its factor is 1, like that of ReLU: it is neither better nor worse than ReLU.',
    'zh-CN':
      '它让更多梯度通过，权重相同时爆炸反而略快。它医治的是死亡单元。若权重按其自身斜率缩放，因子同样为 1，则与 ReLU 不相上下。',
  },
  runs: [untreated, leaky],
  evidence: [
    ratio('growth', leaky, untreated, 1.005, 1.15),
    ratio('gradient', leaky, untreated, 1, Infinity),
    lost(leaky, 2),
  ],
  source: {
    name: 'Maas, Hannun & Ng 2013',
    url: 'https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf',
  },
};
