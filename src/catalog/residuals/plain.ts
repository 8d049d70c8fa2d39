import { growthEvidence } from '../growthEvidence';
import { deepResidualLearning, residual } from './residual';

/** `h' = h + φ(…)` (He et al. 2016). */
export const plain = residual({
  id: 'plain',
  name: { en: '1 and 1', 'zh-CN': '1 与 1' },
  summary: {
    en: 'The identity beside every layer. Without a normalization in the branch the signal grows with every layer, and the explosion can get worse.',
    'zh-CN': '每层旁路加上恒等映射。若分支中没有归一化，信号会逐层增长，爆炸反而可能加剧。',
  },
  formula: String.raw`h_l=h_{l-1}+\varphi(z_l)`,
  evidence: growthEvidence,
  source: deepResidualLearning,
  fields: {},
  weights: () => ({ skip: 1, branch: 1 }),
});
