import { type Claim, claimRun } from '../claim';
import { finite, lost, ratio } from '../evidence';
import { smooth } from './base';

const apart = claimRun('apart', { en: 'targets as they are', 'zh-CN': '原始目标' }, smooth, 20);
const close = claimRun(
  'close',
  { en: 'all targets within ±0.001', 'zh-CN': '目标都在 ±0.001 之内' },
  { ...smooth, targetScale: 0.001 },
  20,
);
const far = claimRun(
  'far',
  { en: 'targets times 1000', 'zh-CN': '目标乘以 1000' },
  { ...smooth, targetScale: 1000 },
  20,
);

/** Samples with close labels. */
export const closeLabels: Claim = {
  id: 'closeLabels',
  claim: {
    en: 'Samples with close labels cause exploding gradients.',
    'zh-CN': '标签相近的样本会导致梯度爆炸。',
  },
  judgment: 'wrong',
  verdict: {
    en: 'It is the scale of the targets that counts, not their distance. Targets a thousand times smaller are all but equal, and small as well: they give a gradient of the usual size, for then the error is the network’s own output. Targets a thousand times larger give one tens to a thousand times larger (the more, the smaller that output is), and the run is lost. Even then nothing grows from layer to layer.',
    'zh-CN':
      '起作用的是目标的尺度，而不是目标之间的差距。缩小一千倍的目标几乎相等，同时也很小：梯度大小平常，因为此时误差就是网络自身的输出。放大一千倍的目标使梯度变为几十到一千倍（网络自身的输出越小，倍数越大），训练失败。即便如此，各层之间也没有增长。',
  },
  runs: [apart, close, far],
  evidence: [
    ratio('gradient', close, apart, 0.2, 5),
    finite(close),
    ratio('gradient', far, apart, 10, Infinity),
    ratio('growth', far, apart, 0.95, 1.05),
    lost(far, 20),
  ],
};
