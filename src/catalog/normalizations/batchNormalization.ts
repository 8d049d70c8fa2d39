import { growthEvidence } from '../growthEvidence';
import { normalization } from './normalization';
import { epsilonField, standardization } from './standardization';

/**
 * `y = (z − μ_B)/√(σ²_B + ε)·γ + β` per feature over the batch, without a bias before it; running
 * statistics for evaluation (Ioffe and Szegedy 2015).
 */
export const batchNormalization = normalization({
  id: 'batch',
  name: { en: 'Batch norm', 'zh-CN': '批归一化' },
  symbol: 'BN',
  summary: {
    en: 'Normalizes every feature over the batch. Cancels the gain, yet without skips the gradient still explodes at initialization (Yang 2019).',
    'zh-CN':
      '在批内对每个特征做归一化。能抵消增益，但没有残差连接时初始化阶段梯度仍会爆炸（Yang 2019）。',
  },
  formula: String.raw`y=\gamma\,\frac{z-\mu_B}{\sqrt{\sigma_B^2+\varepsilon}}+\beta`,
  evidence: growthEvidence,
  source: {
    authors: 'S. Ioffe, C. Szegedy',
    year: 2015,
    title:
      'Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift',
  },
  fields: {
    normEpsilon: epsilonField,
    runningMomentum: {
      kind: 'number',
      label: { en: 'Running momentum', 'zh-CN': '滑动统计动量' },
      help: {
        en: 'Share of the running statistics kept at each step; validation uses them.',
        'zh-CN': '每步保留的滑动统计量比例；验证时使用滑动统计量。',
      },
      change: 'restart',
      default: 0.9,
      min: 0,
      max: 0.999,
      scale: 'linear',
      step: 0.01,
    },
  },
  method: {
    bias: false,
    ...standardization({ axis: 0, centered: true }),
    running: {
      evaluate(ops, z, scale, shift, { mean, variance }, { normEpsilon }) {
        const deviation = ops.sqrt(ops.add(variance, normEpsilon));
        return ops.add(ops.mul(ops.div(ops.sub(z, mean), deviation), scale), shift);
      },
      track(ops, running, batch, { runningMomentum }) {
        const kept = (name: 'mean' | 'variance') => ops.mul(running[name], runningMomentum);
        const seen = (name: 'mean' | 'variance') => ops.mul(batch[name], 1 - runningMomentum);
        return {
          mean: ops.add(kept('mean'), seen('mean')),
          variance: ops.add(kept('variance'), seen('variance')),
        };
      },
    },
  },
});
