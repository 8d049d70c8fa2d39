import { varianceScaling } from './varianceScaling';

/** Weights from `N(0, 1/fanIn)` (LeCun et al. 1998). */
export const lecunNormal = varianceScaling({
  id: 'lecunNormal',
  name: { en: 'LeCun normal', 'zh-CN': 'LeCun 正态' },
  summary: {
    en: 'Variance 1/fan-in: holds the forward signal of linear, tanh and SELU networks.',
    'zh-CN': '方差取 1/扇入：使线性、tanh 与 SELU 网络的前向信号保持不变。',
  },
  formula: String.raw`W_{ij}\sim\mathcal N\left(0,\tfrac{1}{n_\text{in}}\right)`,
  source: {
    authors: 'Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller',
    year: 1998,
    title: 'Efficient BackProp',
  },
  distribution: 'normal',
  variance: (fanIn) => 1 / fanIn,
});
