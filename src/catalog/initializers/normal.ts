import { initializer } from './initializer';

/** Weights from a normal distribution of fixed standard deviation, whatever the layer’s size. */
export const normal = initializer({
  id: 'normal',
  name: { en: 'Normal(std)', 'zh-CN': '正态（固定标准差）' },
  summary: {
    en: 'One standard deviation for every layer: too small and the gradient vanishes, too large and it explodes.',
    'zh-CN': '所有层使用同一标准差：太小则梯度消失，太大则梯度爆炸。',
  },
  formula: String.raw`W_{ij}\sim\mathcal N(0,\sigma^2)`,
  source: {
    authors: 'A. Krizhevsky, I. Sutskever, G. E. Hinton',
    year: 2012,
    title: 'ImageNet Classification with Deep Convolutional Neural Networks',
  },
  fields: {
    initStd: {
      kind: 'number',
      label: { en: 'Standard deviation', 'zh-CN': '标准差' },
      change: 'restart',
      default: 0.05,
      min: 0.0001,
      max: 10,
      scale: 'log',
    },
  },
  draw: (stream, fanIn, fanOut, { initStd }) =>
    Float64Array.from({ length: fanIn * fanOut }, () => initStd * stream.normal()),
  variance: (_fanIn, _fanOut, { initStd }) => initStd * initStd,
});
