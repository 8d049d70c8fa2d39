import { varianceScaling } from './varianceScaling';

/** Weights from `N(0, 2/(fanIn + fanOut))` (Glorot and Bengio 2010). */
export const glorotNormal = varianceScaling({
  id: 'glorotNormal',
  name: { en: 'Glorot normal', 'zh-CN': 'Glorot 正态' },
  summary: {
    en: 'A compromise between forward and backward signal for tanh and linear layers; ReLU networks vanish with it.',
    'zh-CN': '在前向与反向信号之间折中，适用于 tanh 与线性层；用于 ReLU 网络时梯度会消失。',
  },
  formula: String.raw`W_{ij}\sim\mathcal N\left(0,\tfrac{2}{n_\text{in}+n_\text{out}}\right)`,
  source: {
    authors: 'X. Glorot, Y. Bengio',
    year: 2010,
    title: 'Understanding the Difficulty of Training Deep Feedforward Neural Networks',
  },
  distribution: 'normal',
  variance: (fanIn, fanOut) => 2 / (fanIn + fanOut),
});
