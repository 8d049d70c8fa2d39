import { type Claim, claimRun } from '../claim';
import { learns, lost, ratio, value } from '../evidence';
import { exploding, untreated } from './base';

const l1 = claimRun('l1', { en: 'with L1', 'zh-CN': 'L1' }, { ...exploding, l1: true }, 5);
const l2 = claimRun('l2', { en: 'with L2', 'zh-CN': 'L2' }, { ...exploding, l2: true }, 5);

/** A network that explodes mildly, and learns. */
const mild = { depth: 20, gain: 1.2, learningRate: 0.001 } as const;
const survives = claimRun('survives', { en: 'gain 1.2', 'zh-CN': '增益 1.2' }, mild, 200);
const held = claimRun(
  'held',
  { en: 'gain 1.2, L2 with λ = 1', 'zh-CN': '增益 1.2，L2，λ = 1' },
  { ...mild, l2: true, l2Strength: 1 },
  200,
);

/** L1 and L2. */
export const weightPenalty: Claim = {
  id: 'weightPenalty',
  claim: {
    en: 'L1 or L2 regularization prevents exploding gradients.',
    'zh-CN': 'L1 或 L2 正则化能防止梯度爆炸。',
  },
  judgment: 'halfRight',
  verdict: {
    en: 'At the first step the penalty adds next to nothing to a gradient of 10⁷: nothing changes, and the run is lost at the same step. Where training survives, a strong penalty does shrink the weights: from a growth of 1.2 per layer it goes below 0.8 in 200 steps, and that network no longer learns. Pascanu et al. (2013) note that it also keeps a recurrent network from learning long dependencies.',
    'zh-CN':
      '第一步时，惩罚项给 10⁷ 的梯度只加上微不足道的一份：什么也没变，训练在同一步失败。若训练能继续，强惩罚确实会缩小权重：200 步内，每层倍数从 1.2 降到 0.8 以下，但这个网络也不再学习。Pascanu 等（2013）指出，它也会妨碍循环网络学习长程依赖。',
  },
  runs: [untreated, l1, l2, survives, held],
  evidence: [
    ratio('gradient', l1, untreated, 0.99, 1.01),
    ratio('gradient', l2, untreated, 0.99, 1.01),
    lost(untreated, 2),
    lost(l1, 2),
    lost(l2, 2),
    value('growth', survives, 1.15, 1.3),
    ratio('lastGrowth', held, survives, 0.6, 0.8),
    learns(survives, true),
    learns(held, false),
  ],
  source: { name: 'Pascanu, Mikolov & Bengio 2013', url: 'https://arxiv.org/abs/1211.5063' },
};
