import { type Claim, claimRun } from '../claim';
import { lost, ratio } from '../evidence';
import { exploding, untreated } from './base';

const accumulated = claimRun(
  'accumulated',
  { en: 'with accumulation', 'zh-CN': '梯度累积' },
  { ...exploding, gradientAccumulation: true },
  5,
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
    en: 'The mean over micro-batches is the gradient of the whole batch: the same number, computed in parts. It saves memory. (Against small batches it lowers the noise, which is another matter.)',
    'zh-CN':
      '各微批次的平均就是整个批次的梯度：同一个数，分几次算。它节省内存。（相比小批次，它降低噪声，那是另一回事。）',
  },
  runs: [untreated, accumulated],
  evidence: [ratio('gradient', accumulated, untreated, 0.99, 1.01), lost(accumulated, 2)],
};
