import { type Claim, claimRun } from '../claim';
import { lost, ratio } from '../evidence';
import { exploding, untreated } from './base';

const l1 = claimRun('l1', { en: 'with L1', 'zh-CN': 'L1' }, { ...exploding, l1: true }, 5);
const l2 = claimRun('l2', { en: 'with L2', 'zh-CN': 'L2' }, { ...exploding, l2: true }, 5);

/** L1 and L2. */
export const weightPenalty: Claim = {
  id: 'weightPenalty',
  claim: {
    en: 'L1 or L2 regularization prevents exploding gradients.',
    'zh-CN': 'L1 或 L2 正则化能防止梯度爆炸。',
  },
  judgment: 'wrong',
  verdict: {
    en: 'At the first step the penalty adds next to nothing to a gradient of 10⁷: nothing changes, and the run is lost at the same step. Over a long training of a network that does not explode yet, a penalty keeps weights from growing; Pascanu et al. (2013) note that it also keeps a recurrent network from learning long dependencies.',
    'zh-CN':
      '第一步时，惩罚项给 10⁷ 的梯度只加上微不足道的一份：什么也没变，训练在同一步失败。对尚未爆炸的网络，惩罚项在长时间训练中可抑制权重增长；Pascanu 等（2013）指出，它也会妨碍循环网络学习长程依赖。',
  },
  runs: [untreated, l1, l2],
  evidence: [
    ratio('gradient', l1, untreated, 0.99, 1.01),
    ratio('gradient', l2, untreated, 0.99, 1.01),
    lost(untreated, 2),
    lost(l1, 2),
    lost(l2, 2),
  ],
  source: { name: 'Pascanu, Mikolov & Bengio 2013', url: 'https://arxiv.org/abs/1211.5063' },
};
