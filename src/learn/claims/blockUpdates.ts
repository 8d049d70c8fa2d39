import { type Claim, claimRun } from '../claim';
import { lost, ratio } from '../evidence';
import { exploding, untreated } from './base';

const blocks = claimRun(
  'blocks',
  { en: 'layer by layer', 'zh-CN': '逐层更新' },
  { ...exploding, blockUpdates: true },
  20,
);

/** Block updates. */
export const blockUpdates: Claim = {
  id: 'blockUpdates',
  claim: {
    en: 'Updating the parameters in blocks prevents the explosion.',
    'zh-CN': '分块（分批）更新参数能防止梯度爆炸。',
  },
  judgment: 'wrong',
  verdict: {
    en: 'One layer at a time moves, but the gradient is still that of the whole network, and one layer moved too far is enough: the run is lost a few steps later.',
    'zh-CN':
      '每次只更新一层，但梯度仍是整个网络的梯度，只要有一层更新过大就足够了：训练只是晚几步失败。',
  },
  runs: [untreated, blocks],
  evidence: [
    ratio('gradient', blocks, untreated, 0.99, 1.01),
    lost(untreated, 2),
    lost(blocks, 20),
  ],
};
