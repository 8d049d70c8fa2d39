import type { Ops, Tensor } from '../../ops/ops';
import { normalization, type Statistics } from './normalization';

/**
 * `y = (z − μ_B)/√(σ²_B + ε)·γ + β` per feature, with the biased batch variance; the gradient flows
 * through both statistics, and no bias stands before it (Ioffe and Szegedy 2015).
 */
export const batchNormalization = normalization({
  id: 'batch',
  name: { en: 'Batch normalization', 'zh-CN': '批归一化' },
  summary: {
    en: 'Normalizes every feature over the batch. Cancels the gain, yet without skips the gradient still explodes at initialization (Yang 2019).',
    'zh-CN':
      '在批内对每个特征做归一化。能抵消增益，但没有残差连接时初始化阶段梯度仍会爆炸（Yang 2019）。',
  },
  source: {
    authors: 'S. Ioffe, C. Szegedy',
    year: 2015,
    title:
      'Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift',
  },
  fields: {
    normEpsilon: {
      kind: 'number',
      label: { en: 'Norm epsilon', 'zh-CN': '归一化 ε' },
      help: {
        en: 'Added to the variance before the square root.',
        'zh-CN': '开方前加到方差上的常数。',
      },
      change: 'restart',
      default: 0.001,
      min: 1e-8,
      max: 1,
      scale: 'log',
    },
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
    forward(ops, z, scale, shift, { normEpsilon }) {
      const mean = batchMean(ops, z);
      const centered = ops.sub(z, mean);
      const variance = batchMean(ops, ops.square(centered));
      const inverseDeviation = ops.div(1, ops.sqrt(ops.add(variance, normEpsilon)));
      const normalized = ops.mul(centered, inverseDeviation);
      return {
        output: ops.add(ops.mul(normalized, scale), shift),
        kept: { normalized, inverseDeviation },
        statistics: { mean, variance },
      };
    },
    backward(ops, gradient, scale, { normalized, inverseDeviation }) {
      const inner = ops.mul(gradient, scale);
      const along = ops.mul(normalized, batchMean(ops, ops.mul(inner, normalized)));
      const centered = ops.sub(ops.sub(inner, batchMean(ops, inner)), along);
      return {
        preactivation: ops.mul(centered, inverseDeviation),
        scale: ops.sum(ops.mul(gradient, normalized), [0]),
        shift: ops.sum(gradient, [0]),
      };
    },
    evaluate(ops, z, scale, shift, { mean, variance }, { normEpsilon }) {
      const deviation = ops.sqrt(ops.add(variance, normEpsilon));
      return ops.add(ops.mul(ops.div(ops.sub(z, mean), deviation), scale), shift);
    },
    track(ops, running, batch, { runningMomentum }): Statistics {
      const blend = (kept: Tensor, seen: Tensor) =>
        ops.add(ops.mul(kept, runningMomentum), ops.mul(seen, 1 - runningMomentum));
      return {
        mean: blend(running.mean, batch.mean),
        variance: blend(running.variance, batch.variance),
      };
    },
  },
});

function batchMean(ops: Ops, x: Tensor): Tensor {
  return ops.mul(ops.sum(x, [0]), 1 / (x.shape[0] ?? 1));
}
