import { growthEvidence } from '../growthEvidence';
import { deepResidualLearning, residual } from './residual';

/** `h' = h + φ(…)/√2`: the branch at half its variance. */
export const inverseSqrtTwo = residual({
  id: 'inverseSqrtTwo',
  name: { en: '1 and 1/√2', 'zh-CN': '1 与 1/√2' },
  summary: {
    en: 'The branch at half its variance: still grows with depth, only more slowly.',
    'zh-CN': '分支方差减半：仍随深度增长，只是更慢。',
  },
  formula: String.raw`h_l=h_{l-1}+\tfrac{1}{\sqrt2}\,\varphi(z_l)`,
  evidence: growthEvidence,
  source: deepResidualLearning,
  fields: {},
  weights: () => ({ skip: 1, branch: Math.SQRT1_2 }),
});
