import { lossSafeguard } from './safeguard';

/** Adds `λΣw²` over all weights (no biases, no ½), so `2λw` to their gradient. */
export const l2 = lossSafeguard({
  id: 'l2',
  name: { en: 'L2 regularization', 'zh-CN': 'L2 正则化' },
  summary: {
    en: 'Penalizes large weights. Slowly shrinks them, and leaves the gradient at initialization as it is.',
    'zh-CN': '惩罚过大的权重，使其缓慢缩小；对初始化时的梯度没有影响。',
  },
  formula: String.raw`L+\lambda\sum w^2`,
  evidence: {
    en: 'penalties add {penalty} to the loss, {penaltyPercent} % of it',
    'zh-CN': '惩罚项使损失增加 {penalty}（占 {penaltyPercent} %）',
  },
  source: {
    authors: 'A. Krogh, J. A. Hertz',
    year: 1991,
    title: 'A Simple Weight Decay Can Improve Generalization',
  },
  glossary: 'penalty',
  fields: {
    l2Strength: {
      kind: 'number',
      label: { en: 'Strength λ', 'zh-CN': '强度 λ' },
      change: 'live',
      default: 0.0001,
      min: 1e-8,
      max: 10,
      scale: 'ladder',
    },
  },
  penalty: (ops, weight, { l2Strength }) => ops.mul(ops.sum(ops.square(weight)), l2Strength),
  gradient: (ops, weight, { l2Strength }) => ops.mul(weight, 2 * l2Strength),
});
