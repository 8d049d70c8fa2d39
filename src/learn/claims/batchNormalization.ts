import { type Claim, claimRun } from '../claim';
import { finite, ratio, value } from '../evidence';
import { exploding, untreated } from './base';

const shallow = claimRun(
  'shallow',
  { en: '20 layers, gain 1.5, batch norm', 'zh-CN': '20 层，增益 1.5，批归一化' },
  { ...exploding, normalization: 'batch' },
  20,
);
const plain = claimRun(
  'plain',
  { en: '50 layers, gain 1, none', 'zh-CN': '50 层，增益 1，无归一化' },
  { depth: 50, gain: 1, learningRate: 0.01 },
  5,
);
const deep = claimRun(
  'deep',
  { en: '50 layers, gain 1, batch norm', 'zh-CN': '50 层，增益 1，批归一化' },
  { depth: 50, gain: 1, learningRate: 0.01, normalization: 'batch' },
  5,
);
const skip = claimRun(
  'skip',
  { en: 'the same with skips', 'zh-CN': '同上，加残差连接' },
  { depth: 50, gain: 1, learningRate: 0.01, normalization: 'batch', residual: 'plain' },
  5,
);

/** Batch normalization. */
export const batchNormalization: Claim = {
  id: 'batchNormalization',
  claim: {
    en: 'Batch normalization prevents exploding gradients.',
    'zh-CN': '批归一化能防止梯度爆炸。',
  },
  judgment: 'halfRight',
  verdict: {
    en: 'It takes the scale of the weights out of the product: the gradient of an exploding network of 20 layers becomes small, and training stays finite. But it has a growth of its own, 1.22 per ReLU layer at initialization, so a healthy network of 50 layers explodes with it. With skips it does not.',
    'zh-CN':
      '它把权重的尺度从乘积中去掉：20 层爆炸网络的梯度变小，数值保持有限。但它自身会使梯度增长：初始时每个 ReLU 层 1.22 倍，50 层的健康网络加上它反而爆炸。配上残差连接则不会。',
  },
  runs: [untreated, shallow, plain, deep, skip],
  evidence: [
    ratio('gradient', shallow, untreated, 0, 1e-4),
    finite(shallow),
    value('growth', plain, 0.9, 1.1),
    value('growth', deep, 1.15, 1.3),
    value('growth', skip, 0.95, 1.1),
  ],
  source: { name: 'Yang et al. 2019', url: 'https://arxiv.org/abs/1902.08129' },
};
