import { growthEvidence } from '../growthEvidence';
import { deepResidualLearning, residual } from './residual';

/** `h' = a·h + b·φ(…)` with factors of one's own. */
export const custom = residual({
  id: 'custom',
  name: { en: 'Skip a, branch b', 'zh-CN': '跳跃 a，分支 b' },
  summary: {
    en: 'Factors of your own for the skip and the branch.',
    'zh-CN': '自定义跳跃与分支的系数。',
  },
  formula: String.raw`h_l=a\,h_{l-1}+b\,\varphi(z_l)`,
  evidence: growthEvidence,
  source: deepResidualLearning,
  fields: {
    residualSkip: {
      kind: 'number',
      label: { en: 'Skip a', 'zh-CN': '跳跃 a' },
      change: 'restart',
      default: 1,
      min: -2,
      max: 2,
      scale: 'linear',
      step: 0.01,
    },
    residualBranch: {
      kind: 'number',
      label: { en: 'Branch b', 'zh-CN': '分支 b' },
      change: 'restart',
      default: 1,
      min: -2,
      max: 2,
      scale: 'linear',
      step: 0.01,
    },
  },
  weights: (_depth, { residualSkip, residualBranch }) => ({
    skip: residualSkip,
    branch: residualBranch,
  }),
});
