import { at } from '../../base/at';
import type { NumberField } from '../../base/field';
import type { Ops, Tensor } from '../../ops/ops';
import type { NormalizationMethod } from './normalization';

/** The constant every normalization adds to the variance before the square root. */
export const epsilonField = {
  kind: 'number',
  label: { en: 'Norm epsilon', 'zh-CN': '归一化 ε' },
  help: {
    en: 'Added to the variance before the square root.',
    'zh-CN': '开方前加到方差上的常数。',
  },
  change: 'restart',
  default: 0.00001,
  min: 1e-8,
  max: 1,
  scale: 'log',
} as const satisfies NumberField;

interface Axis {
  /** 0: over the batch, per feature. 1: over the features, per sample. */
  readonly axis: 0 | 1;
  /** Whether the mean is subtracted. */
  readonly centered: boolean;
}

/**
 * The two passes of `y = (z − μ)/√(σ² + ε)·γ + β` with the biased variance along one axis; the
 * gradient flows through both statistics. Not centered, μ is 0 and σ² the mean square.
 */
export function standardization({
  axis,
  centered,
}: Axis): Pick<
  NormalizationMethod<{ readonly normEpsilon: number }>,
  'over' | 'forward' | 'backward'
> {
  const mean = (ops: Ops, x: Tensor) =>
    ops.mul(ops.sum(x, [axis], true), 1 / at(x.shape, axis, 'axis'));
  const aroundMean = (ops: Ops, x: Tensor, itsMean: Tensor) => (centered ? ops.sub(x, itsMean) : x);
  return {
    over: axis === 0 ? 'batch' : 'features',
    forward(ops, z, scale, shift, { normEpsilon }) {
      const center = mean(ops, z);
      const deviation = aroundMean(ops, z, center);
      const variance = mean(ops, ops.square(deviation));
      const inverseDeviation = ops.div(1, ops.sqrt(ops.add(variance, normEpsilon)));
      const normalized = ops.mul(deviation, inverseDeviation);
      return {
        output: ops.add(ops.mul(normalized, scale), shift),
        kept: { normalized, inverseDeviation },
        statistics: { mean: center, variance },
      };
    },
    backward(ops, gradient, scale, { normalized, inverseDeviation }) {
      const inner = ops.mul(gradient, scale);
      const along = ops.mul(normalized, mean(ops, ops.mul(inner, normalized)));
      const remaining = ops.sub(aroundMean(ops, inner, mean(ops, inner)), along);
      return {
        preactivation: ops.mul(remaining, inverseDeviation),
        scale: ops.sum(ops.mul(gradient, normalized), [0]),
        shift: ops.sum(gradient, [0]),
      };
    },
  };
}
