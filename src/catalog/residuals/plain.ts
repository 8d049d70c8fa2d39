import { residual } from './residual';

/** `h' = h + φ(…)` (He et al. 2016). */
export const plain = residual({
  id: 'plain',
  name: { en: '1 and 1', 'zh-CN': '1 与 1' },
  summary: {
    en: 'The identity beside every layer. Without a normalization in the branch the signal grows with every layer, and the explosion can get worse.',
    'zh-CN': '每层旁路加上恒等映射。若分支中没有归一化，信号会逐层增长，爆炸反而可能加剧。',
  },
  formula: String.raw`h_l=h_{l-1}+\varphi(z_l)`,
  evidence: {
    en: 'changes the gradient itself: ×{growth} per layer now',
    'zh-CN': '改变梯度本身：当前每层 ×{growth}',
  },
  source: {
    authors: 'K. He, X. Zhang, S. Ren, J. Sun',
    year: 2016,
    title: 'Deep Residual Learning for Image Recognition',
  },
  fields: {},
  weights: () => ({ skip: 1, branch: 1 }),
});
