import { sizeOf } from '../../base/shape';
import type { Ops, Tensor } from '../../ops/ops';
import type { Stacks } from '../../ops/parameters';
import { minimum, nonZero } from '../stacks';
import { gradientSafeguard } from './safeguard';

/**
 * `g·min(1, c/‖g‖)` over all parameters together, without an epsilon (Pascanu, Mikolov and Bengio
 * 2013). Computed as `(g/m)·min(m, c/‖g/m‖)` with `m = max|g|`, so that no square overflows.
 */
export const clipByGlobalNorm = gradientSafeguard({
  id: 'clipByGlobalNorm',
  name: { en: 'Clip by global norm', 'zh-CN': '按全局范数裁剪' },
  short: { en: 'Clip norm', 'zh-CN': '范数裁剪' },
  summary: {
    en: 'Shortens the whole gradient to at most c, keeping its direction. Caps the update; the gradient itself is as large as before.',
    'zh-CN': '将整个梯度的范数限制在 c 以内并保持方向。它限制的是更新，梯度本身并未变小。',
  },
  formula: String.raw`g\leftarrow g\,\min\left(1,\frac{c}{\lVert g\rVert}\right)`,
  evidence: {
    en: '{acted} of the last {steps} {steps|step|steps} clipped, mean factor {factor}',
    'zh-CN': '最近 {steps} 步中裁剪了 {acted} 步，平均系数 {factor}',
  },
  source: {
    authors: 'R. Pascanu, T. Mikolov, Y. Bengio',
    year: 2013,
    title: 'On the Difficulty of Training Recurrent Neural Networks',
  },
  glossary: 'clipping',
  fields: {
    clipNorm: {
      kind: 'number',
      label: { en: 'Largest norm c', 'zh-CN': '范数上限 c' },
      change: 'live',
      default: 1,
      min: 1e-6,
      max: 1e6,
      scale: 'ladder',
    },
  },
  init: () => [],
  update(ops, gradients, state, { settings: { clipNorm } }) {
    const scale = nonZero(ops, largestMagnitude(ops, gradients));
    const scaled = gradients.map((g) => ops.div(g, scale));
    const squares = scaled.map((g) => ops.sum(ops.square(g)));
    const ratio = ops.sqrt(squares.reduce((sum, square) => ops.add(sum, square)));
    const factor = minimum(ops, scale, ops.div(clipNorm, ratio));
    return { gradients: scaled.map((g) => ops.mul(g, factor)), state };
  },
});

function largestMagnitude(ops: Ops, gradients: Stacks): Tensor {
  const each = gradients.map((g) => ops.max(ops.reshape(ops.abs(g), [1, sizeOf(g.shape)])));
  return ops.reshape(ops.max(ops.reshape(ops.concat(each), [1, each.length])), []);
}
