import { sizeOf } from '../../base/shape';
import type { Ops, Tensor } from '../../ops/ops';
import { asRows, groupAt, nonZero, rowNorms } from '../stacks';
import { gradientSafeguard } from './safeguard';

const epsilon = 1e-8;

/**
 * `(G − mean)/(std + ε)` per weight tensor, `g/(RMS + ε)` for other parameters, ε = 1e-8 (Yu et al.
 * 2017). Computed on `G/max|G|`, so that no square overflows.
 */
export const standardization = gradientSafeguard({
  id: 'standardization',
  name: { en: 'Gradient standardization', 'zh-CN': '梯度标准化' },
  short: { en: 'Standardize', 'zh-CN': '标准化' },
  summary: {
    en: 'Gives the gradient of every tensor mean 0 and deviation 1: the update no longer depends on the gradient’s size.',
    'zh-CN': '使每个张量的梯度均值为 0、标准差为 1：更新不再取决于梯度的大小。',
  },
  formula: String.raw`g\leftarrow\frac{g-\bar g}{\sigma_g+\varepsilon}`,
  evidence: { en: 'gradient norm {before} → {after}', 'zh-CN': '梯度范数 {before} → {after}' },
  source: {
    authors: 'A. W. Yu, L. Huang, Q. Lin, R. Salakhutdinov, J. Carbonell',
    year: 2017,
    title: 'Block-Normalized Gradient Method: An Empirical Study for Training Deep Neural Network',
  },
  glossary: 'centralization',
  fields: {},
  init: () => [],
  update: (ops, gradients, state, { layout }) => ({
    gradients: gradients.map((g, index) => {
      const group = groupAt(layout, index);
      const scale = nonZero(ops, asRows(ops, group, rowNorms(ops, g).largest));
      const scaled = ops.div(g, scale);
      const centered = group.role === 'weight' ? ops.sub(scaled, rowMean(ops, scaled)) : scaled;
      const deviation = ops.sqrt(rowMean(ops, ops.square(centered)));
      return ops.div(centered, ops.add(deviation, ops.div(epsilon, scale)));
    }),
    state,
  }),
});

/** The mean of every layer of a stack, to be broadcast over it. */
function rowMean(ops: Ops, stack: Tensor): Tensor {
  const [, ...shape] = stack.shape;
  const axes = shape.map((_, axis) => axis + 1);
  return ops.mul(ops.sum(stack, axes, true), 1 / sizeOf(shape));
}
