import { at } from '../../base/at';
import type { Ops, Tensor } from '../../ops/ops';
import {
  asRows,
  depthOf,
  groupAt,
  layerMask,
  minimum,
  nonZero,
  rowNorms,
  shareOf,
} from '../stacks';
import { gradientSafeguard } from './safeguard';

/** Norms below this count as this, so that a parameter at zero can move. */
const smallestNorm = 1e-3;

/**
 * `G_j ← G_j·min(1, λ·max(‖W_j‖, 1e-3)/‖G_j‖)` per output unit j of a weight, per vector otherwise
 * (Brock et al. 2021, who leave the output layer out). Computed on `G/max|G|`.
 */
export const adaptiveGradientClipping = gradientSafeguard({
  id: 'adaptiveGradientClipping',
  name: { en: 'Adaptive clipping (AGC)', 'zh-CN': '自适应裁剪（AGC）' },
  short: { en: 'AGC', 'zh-CN': 'AGC' },
  summary: {
    en: 'Clips the gradient of every unit to a share λ of the unit’s weights. Caps the update unit by unit; the gradient itself is unchanged.',
    'zh-CN': '将每个单元的梯度限制在其权重范数的 λ 倍以内。逐单元限制更新，梯度本身不变。',
  },
  formula: String.raw`g_j\leftarrow g_j\min\left(1,\lambda\,\frac{\max(\lVert W_j\rVert,10^{-3})}{\lVert g_j\rVert}\right)`,
  evidence: {
    en: '{acted} of the last {steps} {steps|step|steps} clipped; {sharePercent} % of the units now',
    'zh-CN': '最近 {steps} 步中裁剪了 {acted} 步；当前裁剪 {sharePercent} % 的单元',
  },
  source: {
    authors: 'A. Brock, S. De, S. L. Smith, K. Simonyan',
    year: 2021,
    title: 'High-Performance Large-Scale Image Recognition Without Normalization',
  },
  glossary: 'clipping',
  fields: {
    agcRatio: {
      kind: 'number',
      label: { en: 'Ratio λ', 'zh-CN': '比例 λ' },
      change: 'live',
      default: 0.01,
      min: 1e-5,
      max: 10,
      scale: 'ladder',
    },
    agcOutput: {
      kind: 'toggle',
      label: { en: 'Output layer too', 'zh-CN': '包括输出层' },
      help: {
        en: 'The paper leaves the output layer out; then an exploding output layer is not protected.',
        'zh-CN': '论文不裁剪输出层；此时若输出层爆炸则不受保护。',
      },
      change: 'live',
      default: false,
    },
  },
  init: () => [],
  update(ops, gradients, state, { layout, parameters, settings }) {
    const flags: Tensor[] = [];
    const clipped = gradients.map((g, index) => {
      const group = groupAt(layout, index);
      const scale = nonZero(ops, asRows(ops, group, rowNorms(ops, g).largest));
      const scaled = ops.div(g, scale);
      const size = unitNorms(ops, at(parameters, index, 'parameter'));
      const floored = ops.where(ops.less(size, smallestNorm), smallestNorm, size);
      const limit = ops.div(ops.mul(floored, settings.agcRatio), unitNorms(ops, scaled));
      const kept = layerMask(
        ops,
        group,
        (layer) => !settings.agcOutput && layer === depthOf(layout),
      );
      flags.push(ops.where(kept, 0, ops.where(ops.less(limit, scale), 1, 0)));
      return ops.where(kept, g, ops.mul(scaled, minimum(ops, scale, limit)));
    });
    return { gradients: clipped, state, share: shareOf(ops, flags) };
  },
});

/** The norm of every output unit's weights, or of a whole vector, to be broadcast over a stack. */
function unitNorms(ops: Ops, stack: Tensor): Tensor {
  return ops.sqrt(ops.sum(ops.square(stack), [1], true));
}
