import { format } from './format';

/**
 * Mixed precision: activations and gradients rounded to IEEE 754 binary16, to the nearest, ties to
 * even, while sums, losses, weights and optimizer state stay float32 (Micikevicius et al. 2018).
 * A value that rounds to zero loses its sign.
 */
export const float16 = format({
  id: 'float16',
  name: { en: 'float16 (mixed)', 'zh-CN': 'float16（混合精度）' },
  summary: {
    en: 'Activations and gradients are rounded to half precision: Inf above 65504, 0 below 3×10⁻⁸. Weights stay float32.',
    'zh-CN':
      '激活值与梯度舍入为半精度：超过 65504 变为 Inf，小于 3×10⁻⁸ 变为 0。权重仍为 float32。',
  },
  formula: String.raw`|x|\le 65504,\quad|x|\ge 2^{-24}`,
  source: {
    authors: 'P. Micikevicius, S. Narang, J. Alben, G. Diamos, E. Elsen, D. Garcia, et al.',
    year: 2018,
    title: 'Mixed Precision Training',
  },
  fields: {},
  largest: 65504,
  round: (ops, x) => ops.float16(x),
});
