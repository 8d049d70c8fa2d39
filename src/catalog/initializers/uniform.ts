import { initializer } from './initializer';

/** Weights uniform within ±limit, whatever the layer’s size: variance limit²/3. */
export const uniform = initializer({
  id: 'uniform',
  name: { en: 'Uniform(limit)', 'zh-CN': '均匀（固定范围）' },
  summary: {
    en: 'Uniform within ±limit in every layer, whatever its size.',
    'zh-CN': '所有层都在 ±a 内均匀抽取，与层的大小无关。',
  },
  formula: String.raw`W_{ij}\sim\mathcal U(-a,a)`,
  source: {
    authors: 'I. Sutskever, O. Vinyals, Q. V. Le',
    year: 2014,
    title: 'Sequence to Sequence Learning with Neural Networks',
  },
  fields: {
    initLimit: {
      kind: 'number',
      label: { en: 'Limit', 'zh-CN': '范围' },
      change: 'restart',
      default: 0.1,
      min: 0.0001,
      max: 10,
      scale: 'log',
    },
  },
  draw: (stream, fanIn, fanOut, { initLimit }) =>
    Float64Array.from({ length: fanIn * fanOut }, () => initLimit * (2 * stream.uniform() - 1)),
  variance: (_fanIn, _fanOut, { initLimit }) => (initLimit * initLimit) / 3,
});
