import { shareOf } from '../stacks';
import { gradientSafeguard } from './safeguard';

/** `clamp(g, −v, v)` for every component of every gradient. */
export const clipByValue = gradientSafeguard({
  id: 'clipByValue',
  name: { en: 'Clip by value', 'zh-CN': '按值裁剪' },
  short: { en: 'Clip value', 'zh-CN': '按值裁剪' },
  summary: {
    en: 'Limits every component to ±v. Keeps the update finite, changes its direction, and leaves the gradient as large as it was.',
    'zh-CN': '将每个分量限制在 ±v 内。使更新的数值有限，但会改变方向，梯度本身并未变小。',
  },
  formula: String.raw`g_i\leftarrow\max(-v,\min(v,g_i))`,
  evidence: {
    en: '{acted} of the last {steps} {steps|step|steps} clipped; {sharePercent} % of the components now',
    'zh-CN': '最近 {steps} 步中裁剪了 {acted} 步；当前裁剪 {sharePercent} % 的分量',
  },
  source: {
    authors: 'T. Mikolov',
    year: 2012,
    title: 'Statistical Language Models Based on Neural Networks',
  },
  glossary: 'clipping',
  fields: {
    clipValue: {
      kind: 'number',
      label: { en: 'Largest value v', 'zh-CN': '最大值 v' },
      change: 'live',
      default: 0.1,
      min: 1e-6,
      max: 1e6,
      scale: 'ladder',
    },
  },
  init: () => [],
  update: (ops, gradients, state, { settings: { clipValue } }) => ({
    gradients: gradients.map((g) => {
      const floored = ops.where(ops.less(g, -clipValue), -clipValue, g);
      return ops.where(ops.less(clipValue, g), clipValue, floored);
    }),
    state,
    share: shareOf(
      ops,
      gradients.map((g) => ops.where(ops.less(clipValue, ops.abs(g)), 1, 0)),
    ),
  }),
});
