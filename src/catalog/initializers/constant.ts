import { initializer } from './initializer';

/** Every weight is the same number: all units of a layer stay equal forever. */
export const constant = initializer({
  id: 'constant',
  name: { en: 'Constant', 'zh-CN': '常数' },
  summary: {
    en: 'Every weight equal: all units of a layer compute and learn the same thing.',
    'zh-CN': '所有权重相同：同一层的单元计算相同、学习也相同。',
  },
  formula: 'W_{ij}=c',
  source: {
    authors: 'D. E. Rumelhart, G. E. Hinton, R. J. Williams',
    year: 1986,
    title: 'Learning Internal Representations by Error Propagation',
  },
  fields: {
    initConstant: {
      kind: 'number',
      label: { en: 'Value', 'zh-CN': '取值' },
      change: 'restart',
      default: 0.1,
      min: -2,
      max: 2,
      scale: 'linear',
      step: 0.01,
    },
  },
  draw: (_stream, fanIn, fanOut, { initConstant }) =>
    new Float64Array(fanIn * fanOut).fill(initConstant),
});
