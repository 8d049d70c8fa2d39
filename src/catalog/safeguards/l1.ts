import { lossSafeguard } from './safeguard';

/** Adds `λΣ|w|` over all weights (no biases), so `λ·sign(w)` to their gradient, with `sign(0) = 0`. */
export const l1 = lossSafeguard({
  id: 'l1',
  name: { en: 'L1 regularization', 'zh-CN': 'L1 正则化' },
  summary: {
    en: 'Pulls every weight towards 0 by the same amount. Leaves the gradient at initialization as it is.',
    'zh-CN': '以相同力度把每个权重拉向 0；对初始化时的梯度没有影响。',
  },
  formula: String.raw`L+\lambda\sum|w|`,
  evidence: {
    en: 'penalties add {penalty} to the loss, {penaltyPercent} % of it',
    'zh-CN': '惩罚项使损失增加 {penalty}（占 {penaltyPercent} %）',
  },
  source: {
    authors: 'R. Tibshirani',
    year: 1996,
    title: 'Regression Shrinkage and Selection via the Lasso',
  },
  glossary: 'penalty',
  fields: {
    l1Strength: {
      kind: 'number',
      label: { en: 'Strength λ', 'zh-CN': '强度 λ' },
      change: 'live',
      default: 0.0001,
      min: 1e-8,
      max: 10,
      scale: 'ladder',
    },
  },
  penalty: (ops, weight, { l1Strength }) => ops.mul(ops.sum(ops.abs(weight)), l1Strength),
  gradient(ops, weight, { l1Strength }) {
    const negative = ops.where(ops.less(weight, 0), -l1Strength, ops.mul(weight, 0));
    return ops.where(ops.less(0, weight), l1Strength, negative);
  },
});
