import { varianceScaling } from './varianceScaling';

/** Weights from `N(0, 2/fanIn)` (He et al. 2015). */
export const heNormal = varianceScaling({
  id: 'heNormal',
  name: { en: 'He normal', 'zh-CN': 'He 正态' },
  summary: {
    en: 'Keeps the signal of ReLU networks at one size: variance 2/fan-in, because ReLU drops half.',
    'zh-CN': '使 ReLU 网络的信号大小保持不变：ReLU 舍去一半，因此方差取 2/扇入。',
  },
  formula: String.raw`W_{ij}\sim\mathcal N\left(0,\tfrac{2}{n_\text{in}}\right)`,
  source: {
    authors: 'K. He, X. Zhang, S. Ren, J. Sun',
    year: 2015,
    title:
      'Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification',
  },
  distribution: 'normal',
  variance: (fanIn) => 2 / fanIn,
});
