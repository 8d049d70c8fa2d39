import { type Claim, claimRun } from '../claim';
import { finite, learns, ratio } from '../evidence';
import { exploding, untreated } from './base';

const scaled = claimRun(
  'scaled',
  { en: 'scaled by the weights', 'zh-CN': '按权重缩放' },
  { ...exploding, meanMagnitude: true },
  60,
);

/** Updates scaled by the mean of the weights. */
export const meanMagnitude: Claim = {
  id: 'meanMagnitude',
  claim: {
    en: 'Scaling each layer’s update by the mean of its weights prevents the explosion.',
    'zh-CN': '按权重均值缩放每层的更新能防止梯度爆炸。',
  },
  judgment: 'halfRight',
  verdict: {
    en: 'Taken with absolute values, it fixes the ratio of update to weight, layer by layer, as LARS does with norms: the run stays finite. The gradient and its growth are untouched, and this network does not learn in 60 steps. (The signed mean of weights is about 0 and would all but stop the updates.)',
    'zh-CN':
      '若取绝对值，它逐层固定更新与权重之比，如同 LARS 用范数所做：数值保持有限。梯度及其逐层增长没有改变，这个网络在 60 步内没有学会。（带符号的权重均值约为 0，会使更新几乎为零。）',
  },
  runs: [untreated, scaled],
  evidence: [
    ratio('gradient', scaled, untreated, 0.99, 1.01),
    finite(scaled),
    learns(scaled, false),
  ],
  source: { name: 'You, Gitman & Ginsburg 2017', url: 'https://arxiv.org/abs/1708.03888' },
};
