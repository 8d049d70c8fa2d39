import { varianceScaling } from './varianceScaling';

/** Weights uniform with variance 1/fanIn (LeCun et al. 1998). */
export const lecunUniform = varianceScaling({
  id: 'lecunUniform',
  name: { en: 'LeCun uniform', 'zh-CN': 'LeCun 均匀' },
  summary: {
    en: 'Variance 1/fan-in: holds the forward signal of linear, tanh and SELU networks. Drawn from a uniform distribution of the same variance.',
    'zh-CN':
      '方差取 1/扇入：使线性、tanh 与 SELU 网络的前向信号保持不变。从方差相同的均匀分布中抽取。',
  },
  formula: String.raw`W_{ij}\sim\mathcal U\left(-\sqrt{\tfrac{3}{n_\text{in}}},\sqrt{\tfrac{3}{n_\text{in}}}\right)`,
  source: {
    authors: 'Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller',
    year: 1998,
    title: 'Efficient BackProp',
  },
  distribution: 'uniform',
  variance: (fanIn) => 1 / fanIn,
});
