import { initializer } from './initializer';

/** Every weight is 0: hidden gradients are exactly 0, and nothing but the output bias learns. */
export const zeros = initializer({
  id: 'zeros',
  name: { en: 'Zeros', 'zh-CN': '全零' },
  summary: {
    en: 'All weights 0: hidden gradients are exactly 0 and the hidden layers never move.',
    'zh-CN': '权重全为 0：隐藏层梯度恒为 0，隐藏层永远不更新。',
  },
  formula: 'W_{ij}=0',
  source: {
    authors: 'D. E. Rumelhart, G. E. Hinton, R. J. Williams',
    year: 1986,
    title: 'Learning Internal Representations by Error Propagation',
  },
  fields: {},
  draw: (_stream, fanIn, fanOut) => new Float64Array(fanIn * fanOut),
});
