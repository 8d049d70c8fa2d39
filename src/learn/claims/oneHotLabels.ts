import { type Claim, claimRun } from '../claim';
import { lost, ratio, value } from '../evidence';
import { exploding } from './base';

const integer = claimRun(
  'integer',
  { en: 'healthy, labels 0 to 9', 'zh-CN': '健康网络，标签 0 到 9' },
  { ...exploding, dataset: 'digits', depth: 10, gain: 1, labels: 'integer' },
  5,
);
const oneHot = claimRun(
  'oneHot',
  { en: 'healthy, one-hot', 'zh-CN': '健康网络，独热编码' },
  { ...exploding, dataset: 'digits', depth: 10, gain: 1 },
  5,
);
const exploded = claimRun(
  'exploded',
  { en: 'exploding, one-hot', 'zh-CN': '爆炸网络，独热编码' },
  { ...exploding, dataset: 'digits' },
  5,
);

/** One-hot labels. */
export const oneHotLabels: Claim = {
  id: 'oneHotLabels',
  claim: { en: 'One-hot labels prevent the explosion.', 'zh-CN': '独热编码标签能防止梯度爆炸。' },
  judgment: 'halfRight',
  verdict: {
    en: 'Raw class numbers up to 9 make a larger error than zeros and ones, and the gradient starts with the error: here it is 16 times larger (with other initial weights, 5 to 6 times). That is a matter of scale. The growth per layer is about the same, and a network that explodes does so with one-hot labels too.',
    'zh-CN':
      '0 到 9 的类别编号比独热编码的 0 和 1 造成更大的误差，而梯度始于误差：这里为 16 倍（换用其他初始权重时为 5 到 6 倍）。这是尺度问题。每层倍数大致相同，会爆炸的网络用独热编码同样爆炸。',
  },
  runs: [integer, oneHot, exploded],
  evidence: [
    ratio('gradient', integer, oneHot, 4, 25),
    ratio('growth', integer, oneHot, 0.85, 1.15),
    value('growth', exploded, 1.35, 1.65),
    lost(exploded, 3),
  ],
};
