import { type Claim, claimRun } from '../claim';
import { finite, learns, lost, value } from '../evidence';
import { smooth } from './base';

const chaotic = claimRun(
  'chaotic',
  { en: 'tanh, weights three times too large', 'zh-CN': 'tanh，权重为合适大小的三倍' },
  {
    depth: 30,
    activation: 'tanh',
    initializer: 'lecunNormal',
    gain: 3,
    loss: 'meanSquaredError',
    learningRate: 0.01,
  },
  60,
);
const far = claimRun(
  'far',
  { en: 'healthy weights, targets times 1000', 'zh-CN': '权重健康，目标乘以 1000' },
  { ...smooth, targetScale: 1000 },
  20,
);

/** NaN as the sign. */
export const nanIsTheSign: Claim = {
  id: 'nanIsTheSign',
  claim: { en: 'NaN is the sign of an exploding gradient.', 'zh-CN': 'NaN 是梯度爆炸的标志。' },
  judgment: 'halfRight',
  verdict: {
    en: 'An explosion often ends in NaN or infinity, but neither implies the other. Here one network explodes, 1.36 per layer, and stays finite without learning; another one is lost although nothing grows from layer to layer. Look at the gradient over the layers, not at the loss alone.',
    'zh-CN':
      '爆炸常以 NaN 或无穷大告终，但两者互不蕴含。这里一个网络在爆炸（每层 1.36 倍），数值却始终有限，也没有学会；另一个各层之间并无增长，训练却失败。要看各层的梯度，而不只是损失。',
  },
  runs: [chaotic, far],
  evidence: [
    value('growth', chaotic, 1.3, 1.45),
    finite(chaotic),
    learns(chaotic, false),
    value('growth', far, 0.8, 1.2),
    lost(far, 20),
  ],
  source: { name: 'Poole et al. 2016', url: 'https://arxiv.org/abs/1606.05340' },
};
