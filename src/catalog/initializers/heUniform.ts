import { varianceScaling } from './varianceScaling';

/** Weights uniform with variance 2/fanIn (He et al. 2015). */
export const heUniform = varianceScaling({
  id: 'heUniform',
  name: { en: 'He uniform', 'zh-CN': 'He 均匀' },
  summary: {
    en: 'Keeps the signal of ReLU networks at one size: variance 2/fan-in, because ReLU drops half. Drawn from a uniform distribution of the same variance.',
    'zh-CN':
      '使 ReLU 网络的信号大小保持不变：ReLU 舍去一半，因此方差取 2/扇入。从方差相同的均匀分布中抽取。',
  },
  formula: String.raw`W_{ij}\sim\mathcal U\left(-\sqrt{\tfrac{6}{n_\text{in}}},\sqrt{\tfrac{6}{n_\text{in}}}\right)`,
  source: {
    authors: 'K. He, X. Zhang, S. Ren, J. Sun',
    year: 2015,
    title:
      'Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification',
  },
  distribution: 'uniform',
  variance: (fanIn) => 2 / fanIn,
});
