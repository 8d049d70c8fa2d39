import type { Localized } from '../base/localized';
import type { Caveat, NoTheory } from '../theory/limits';

/** Why mean-field theory predicts nothing of an experiment. */
export const noTheoryTexts = {
  shallow: {
    en: 'A prediction needs two hidden layers: depth 3 or more.',
    'zh-CN': '预测至少需要两个隐藏层：深度须不小于 3。',
  },
  notRandom: {
    en: 'The initial weights are not random: mean-field theory does not apply.',
    'zh-CN': '初始权重不是随机的：平均场理论不适用。',
  },
  smallBatch: {
    en: 'Batch normalization over three samples or fewer: the theory gives no finite growth.',
    'zh-CN': '批归一化的样本不超过三个：理论给不出有限的每层倍数。',
  },
  narrow: {
    en: 'Normalization over three units or fewer: mean-field theory needs wider layers.',
    'zh-CN': '在不超过三个单元上做归一化：平均场理论要求更宽的层。',
  },
  noAnchor: {
    en: 'The gradient of the last hidden layer is zero or not finite: there is nothing to anchor the prediction at.',
    'zh-CN': '最后一个隐藏层的梯度为零或出现非有限值：预测没有锚点。',
  },
  noFixedPoint: {
    en: 'The variance has no stable fixed point under this activation: samples drift apart, and one variance does not stand for all.',
    'zh-CN': '在该激活函数下方差没有稳定的不动点：样本之间逐层分化，单一方差不能代表全部样本。',
  },
} as const satisfies Record<NoTheory, Localized>;

/** Where the theory is known to be off. */
export const caveatTexts = {
  biasedSkip: {
    en: 'Skips around an activation whose mean is not 0, without normalization: the formula tends to be too low. Over 30 ReLU layers of 64 units, ln of the squared growth is 27.7 where 20.1 is predicted.',
    'zh-CN':
      '跳跃连接绕过均值不为 0 的激活函数且无归一化时，公式往往偏低：30 层、每层 64 个单元的 ReLU 网络，梯度范数平方总倍数的对数实测为 27.7，预测为 20.1。',
  },
  measuredSlopes: {
    en: 'The variance has no stable fixed point under this activation, and samples drift apart. So the line is not theory alone: it rests on the mean of φ′² measured in every layer at step 0, each sample weighted by its ‖∂L/∂h‖².',
    'zh-CN':
      '在该激活函数下方差没有稳定的不动点，样本之间逐层分化。因此该线并非纯理论：它采用第 0 步各层实测的 φ′² 均值，各样本按其 ‖∂L/∂h‖² 加权。',
  },
  noFixedPoint: {
    en: 'The variance has no stable fixed point under this activation, and samples drift apart: the line is too low.',
    'zh-CN': '在该激活函数下方差没有稳定的不动点，样本之间逐层分化：预测线偏低。',
  },
} as const satisfies Record<Caveat, Localized>;
