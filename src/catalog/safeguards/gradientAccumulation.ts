import { loopSafeguard } from './safeguard';

/** `g = (1/K)Σ g_k` over K equal consecutive micro-batches of the batch. */
export const gradientAccumulation = loopSafeguard({
  id: 'gradientAccumulation',
  name: { en: 'Gradient accumulation', 'zh-CN': '梯度累积' },
  summary: {
    en: 'Averages the gradients of K micro-batches. Saves memory and changes no gradient, but with batch normalization, whose batches get smaller.',
    'zh-CN':
      '对 K 个微批次的梯度取平均。节省内存而不改变梯度；但使用批归一化时批次变小，梯度会变化。',
  },
  formula: String.raw`g=\frac1K\sum_{k=1}^{K}g_k`,
  evidence: {
    en: '{microBatches} {microBatches|micro-batch|micro-batches} averaged per step',
    'zh-CN': '每步对 {microBatches} 个微批次取平均',
  },
  source: {
    authors: 'M. Ott, S. Edunov, D. Grangier, M. Auli',
    year: 2018,
    title: 'Scaling Neural Machine Translation',
  },
  glossary: 'accumulation',
  fields: {
    microBatches: {
      kind: 'number',
      label: { en: 'Micro-batches K', 'zh-CN': '微批次数 K' },
      change: 'restart',
      default: 4,
      min: 1,
      max: 64,
      scale: 'log',
      integer: true,
    },
  },
});
