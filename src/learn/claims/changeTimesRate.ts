import { type Claim, claimRun } from '../claim';
import { ratio, stepPerGradient } from '../evidence';

const slow = claimRun(
  'slow',
  { en: 'learning rate 0.001', 'zh-CN': '学习率 0.001' },
  { depth: 10, gain: 1, learningRate: 0.001 },
  1,
);
const fast = claimRun(
  'fast',
  { en: 'learning rate 0.01', 'zh-CN': '学习率 0.01' },
  { depth: 10, gain: 1, learningRate: 0.01 },
  1,
);
const adam = claimRun(
  'adam',
  { en: 'Adam, 0.001', 'zh-CN': 'Adam，0.001' },
  { depth: 10, gain: 1, optimizer: 'adam', learningRate: 0.001 },
  1,
);
const adamLarge = claimRun(
  'adamLarge',
  { en: 'Adam, 0.001, gain 1.5', 'zh-CN': 'Adam，0.001，增益 1.5' },
  { depth: 10, gain: 1.5, optimizer: 'adam', learningRate: 0.001 },
  1,
);

/** Change times learning rate. */
export const changeTimesRate: Claim = {
  id: 'changeTimesRate',
  claim: {
    en: 'A parameter’s gradient is its change times the learning rate.',
    'zh-CN': '参数的梯度等于其变化量乘以学习率。',
  },
  judgment: 'wrong',
  verdict: {
    en: 'It is the other way round, and for plain SGD only: change = −η · gradient. The gradient is known before the step and does not depend on the rate or the optimizer. With Adam the change is not even proportional to it: a gradient more than ten times larger makes the same change.',
    'zh-CN':
      '恰好相反，而且只对普通 SGD 成立：变化量 = −η · 梯度。梯度在更新之前就已确定，与学习率和优化器无关。用 Adam 时，变化量甚至与梯度不成比例：梯度大十倍以上，变化量却相同。',
  },
  runs: [slow, fast, adam, adamLarge],
  evidence: [
    ratio('gradient', fast, slow, 0.999, 1.001),
    ratio('gradient', adam, slow, 0.999, 1.001),
    stepPerGradient(slow),
    stepPerGradient(fast),
    ratio('gradient', adamLarge, adam, 10, Infinity),
    ratio('change', adamLarge, adam, 0.95, 1.05),
  ],
};
