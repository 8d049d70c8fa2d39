import { growthEvidence } from '../growthEvidence';
import { deepResidualLearning, residual } from './residual';

/** `h' = h + φ(…)/√L` in a network of L layers: the growth over all layers stays near e. */
export const inverseSqrtDepth = residual({
  id: 'inverseSqrtDepth',
  name: { en: '1 and 1/√L', 'zh-CN': '1 与 1/√L' },
  summary: {
    en: 'The branch divided by the root of the depth: the growth over the whole network stays bounded.',
    'zh-CN': '分支除以深度的平方根：整个网络的增长保持有界。',
  },
  formula: String.raw`h_l=h_{l-1}+\tfrac{1}{\sqrt L}\,\varphi(z_l)`,
  evidence: growthEvidence,
  source: deepResidualLearning,
  fields: {},
  weights: (depth) => ({ skip: 1, branch: 1 / Math.sqrt(depth) }),
});
