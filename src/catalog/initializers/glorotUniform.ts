import { varianceScaling } from './varianceScaling';

/** Weights uniform with variance 2/(fanIn + fanOut) (Glorot and Bengio 2010). */
export const glorotUniform = varianceScaling({
  id: 'glorotUniform',
  name: { en: 'Glorot uniform', 'zh-CN': 'Glorot 均匀' },
  summary: {
    en: 'A compromise between forward and backward signal for tanh and linear layers; ReLU networks vanish with it. Drawn from a uniform distribution of the same variance.',
    'zh-CN':
      '在前向与反向信号之间折中，适用于 tanh 与线性层；用于 ReLU 网络时梯度会消失。从方差相同的均匀分布中抽取。',
  },
  formula: String.raw`W_{ij}\sim\mathcal U\left(-\sqrt{\tfrac{6}{n_\text{in}+n_\text{out}}},\sqrt{\tfrac{6}{n_\text{in}+n_\text{out}}}\right)`,
  source: {
    authors: 'X. Glorot, Y. Bengio',
    year: 2010,
    title: 'Understanding the Difficulty of Training Deep Feedforward Neural Networks',
  },
  distribution: 'uniform',
  variance: (fanIn, fanOut) => 2 / (fanIn + fanOut),
});
