import { type Claim, claimRun } from '../claim';
import { ratio } from '../evidence';
import { smooth } from './base';

const apart = claimRun('apart', { en: 'targets as they are', 'zh-CN': '原始目标' }, smooth, 0);
const far = claimRun(
  'far',
  { en: 'targets times 1000', 'zh-CN': '目标乘以 1000' },
  { ...smooth, targetScale: 1000 },
  0,
);

/** Output minus input. */
export const outputMinusInput: Claim = {
  id: 'outputMinusInput',
  claim: {
    en: 'The gradient is the difference between output and input.',
    'zh-CN': '梯度是输出与输入之差。',
  },
  judgment: 'wrong',
  verdict: {
    en: 'Two networks with the same inputs, the same weights and so the same outputs, but other targets: a difference of output and input would be the same in both. The gradient is not: it is how the loss changes with each weight, ∂L/∂W. The squared error does begin with output minus target, which may be what is meant.',
    'zh-CN':
      '两个网络输入相同、权重相同，因而输出相同，只有目标不同：输出与输入之差在两者中必然相同。梯度却不同：它是损失对每个权重的变化率 ∂L/∂W。平方误差的梯度确实始于输出减目标，这一说法也许由此而来。',
  },
  runs: [apart, far],
  evidence: [ratio('gradient', far, apart, 10, Infinity)],
};
