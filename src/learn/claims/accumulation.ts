import { type Claim, claimRun } from '../claim';
import { lost, ratio } from '../evidence';
import { exploding, untreated } from './base';

const accumulated = claimRun(
  'accumulated',
  { en: 'with accumulation', 'zh-CN': '梯度累积' },
  { ...exploding, gradientAccumulation: true },
  5,
);

const normalized = claimRun(
  'normalized',
  { en: 'batch norm', 'zh-CN': '批归一化' },
  { ...exploding, normalization: 'batch' },
  1,
);
const normalizedInParts = claimRun(
  'normalizedInParts',
  { en: 'batch norm, with accumulation', 'zh-CN': '批归一化，梯度累积' },
  { ...exploding, normalization: 'batch', gradientAccumulation: true },
  1,
);

/** Gradient accumulation. */
export const accumulation: Claim = {
  id: 'accumulation',
  claim: {
    en: 'Gradient accumulation prevents the explosion.',
    'zh-CN': '梯度累积能防止梯度爆炸。',
  },
  judgment: 'wrong',
  verdict: {
    en: 'The mean over micro-batches is the gradient of the whole batch: the same number, computed in parts. It saves memory. With batch normalization it is not even that: every micro-batch is normalized by itself, and over fewer samples the gradient is larger. (Against small batches accumulation lowers the noise, which is another matter.)',
    'zh-CN':
      '各微批次梯度的平均就是整个批次的梯度：同一个数，分几次算，以节省内存。使用批归一化时连这一点也不成立：每个微批次各自归一化，样本更少，梯度反而更大。（相比小批次，累积能降低噪声，那是另一回事。）',
  },
  runs: [untreated, accumulated, normalized, normalizedInParts],
  evidence: [
    ratio('gradient', accumulated, untreated, 0.99, 1.01),
    lost(accumulated, 2),
    ratio('gradient', normalizedInParts, normalized, 1.1, 4),
  ],
};
