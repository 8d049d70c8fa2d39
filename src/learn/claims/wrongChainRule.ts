import { type Claim, claimRun } from '../claim';
import { descent, value } from '../evidence';

const deep = claimRun(
  'deep',
  { en: '16 layers, gain 1.5', 'zh-CN': '16 层，增益 1.5' },
  { depth: 16, gain: 1.5, batchSize: 0, learningRate: 1e-7 },
  1,
);
const shorter = claimRun(
  'shorter',
  { en: '12 layers, gain 1.5', 'zh-CN': '12 层，增益 1.5' },
  { depth: 12, gain: 1.5, batchSize: 0, learningRate: 1e-7 },
  1,
);

/** A wrong chain rule. */
export const wrongChainRule: Claim = {
  id: 'wrongChainRule',
  claim: {
    en: 'An exploding gradient comes from a wrong chain rule.',
    'zh-CN': '梯度爆炸源于链式法则用错。',
  },
  judgment: 'wrong',
  verdict: {
    en: 'A gradient promises how far the loss falls in a tiny step: η·‖g‖². If the chain rule were wrong, the loss would not keep that promise. It does, within two percent, while the gradient is in the thousands. Explosion is the correct gradient of a network whose output really is that sensitive.',
    'zh-CN':
      '梯度给出一个预测：极小的一步使损失下降 η·‖g‖²。若链式法则有误，这一预测就不会成立。而实测中梯度以千计，预测仍在百分之二的误差内成立。爆炸的梯度是正确的梯度：网络的输出确实如此敏感。',
  },
  runs: [deep, shorter],
  evidence: [
    value('gradient', deep, 1000, Infinity),
    value('growth', deep, 1.35, 1.65),
    descent(deep, 0.02),
    descent(shorter, 0.02),
  ],
};
