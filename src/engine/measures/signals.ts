import { at, exactly } from '../../base/at';
import { sizeOf } from '../../base/shape';
import { dot } from '../../base/vector';
import type { Operand, Ops, Tensor } from '../../ops/ops';
import type { Gradients } from '../network';
import type { Passes } from '../passes';
import type { Plan } from '../plan';
import type { Readings } from './readings';
import { forRuns } from './runs';

/**
 * Measures the forward signal: RMS of input, activations and output; mean slope, dead and saturated
 * shares of the hidden activations.
 */
export function measureForward(
  ops: Ops,
  plan: Plan,
  passes: Passes,
  features: Tensor,
  readings: Readings,
): void {
  const { outputs, activations, output } = passes;
  forStacks(ops, readings, [features, ...outputs, output], 0, (layers, stack) => {
    const root = Math.sqrt(sizeOf(stack.shape) / layers.length);
    readings.norms(layers, ops.norms(stack), (layer, norm) => {
      readings.put('actRms', layer, norm / root);
    });
  });
  forSlopes(ops, plan, passes, readings, (layers, slopes) => {
    const size = sizeOf(slopes.shape) / layers.length;
    readings.norms(layers, ops.norms(slopes), (layer, norm) => {
      readings.put('slope', layer, (norm * norm) / size);
    });
  });
  const { dies, saturation }: Activity = plan.activation;
  if (!dies && !saturation) return;
  forStacks(ops, readings, activations, 1, (layers, stack) => {
    if (dies) readings.layers('dead', layers, deadShare(ops, stack));
    if (saturation) readings.layers('saturated', layers, saturatedShare(ops, stack, saturation));
  });
}

/**
 * Measures the backward signal, `∂L/∂h_l`, `δ_l` and what comes through the weights beside a skip, from the gradients of the loss times `lossScale`;
 * the factor is divided out in float64.
 */
export function measureBackward(
  ops: Ops,
  { residual }: Plan,
  gradients: Gradients,
  lossScale: Operand,
  readings: Readings,
): void {
  readings.step('lossScale', lossScale);
  const unscaled = (norm: number) => norm / readings.stepValue('lossScale');
  forStacks(ops, readings, gradients.activations, 0, (layers, stack) => {
    readings.norms(layers, ops.norms(stack), (layer, norm, largest) => {
      readings.put('gradH', layer, unscaled(norm));
      readings.put('maxGradH', layer, unscaled(largest));
    });
  });
  if (residual) {
    forStacks(ops, readings, gradients.throughWeights, 1, (layers, stack) => {
      readings.norms(layers, ops.norms(stack), (layer, norm) => {
        readings.put('gradBranch', layer, unscaled(norm));
      });
    });
  }
  forStacks(ops, readings, gradients.deltas, 1, (layers, stack) => {
    readings.norms(layers, ops.norms(stack), (layer, norm) => {
      readings.put('gradZ', layer, unscaled(norm));
    });
  });
}

/**
 * Measures the mean of `φ'²` over units and samples of every hidden layer, each sample weighted by its share
 * of `‖∂L/∂h_l‖²`: `Σ_a w_a·mean_i φ'(z_ai)²`, formed in float64.
 */
export function measureWeightedSlopes(
  ops: Ops,
  plan: Plan,
  passes: Passes,
  readings: Readings,
): void {
  forSlopes(ops, plan, passes, readings, (layers, slopes) => {
    const [, batch, width] = exactly(3, slopes.shape, 'axes of slopes');
    const first = at(layers, 0, 'layer');
    const arriving = ops.stack(passes.gradients.activations.slice(first, first + layers.length));
    const samples = Array.from({ length: layers.length * batch }, (_, sample) => sample);
    const bySample = (stack: Tensor) => ops.norms(ops.reshape(stack, [samples.length, width]));
    const gradients = new Float64Array(samples.length);
    readings.norms(samples, bySample(arriving), (sample, norm) => {
      gradients[sample] = norm;
    });
    const squares = new Float64Array(samples.length);
    readings.norms(samples, bySample(slopes), (sample, norm) => {
      squares[sample] = (norm * norm) / width;
    });
    readings.derive(() => {
      layers.forEach((layer, index) => {
        const own = (of: Float64Array) => of.subarray(index * batch, (index + 1) * batch);
        readings.put('weightedSlope', layer, weightedMean(own(squares), own(gradients)));
      });
    });
  });
}

/** The mean of values weighted by the squares of norms, which may be too large to be squared. */
function weightedMean(values: Float64Array, norms: Float64Array): number {
  const largest = norms.reduce((most, norm) => Math.max(most, norm), 0);
  const weights = norms.map((norm) => (norm / largest) * (norm / largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return dot(
    weights.map((weight) => weight / total),
    values,
  );
}

/** Calls `use` with the tensors of every run as one stack, and frees what it made but its readings. */
function forStacks(
  ops: Ops,
  readings: Readings,
  tensors: readonly Tensor[],
  first: number,
  use: (layers: readonly number[], stack: Tensor) => void,
): void {
  forRuns(tensors, first, (layers, run) => readings.tidy(() => use(layers, ops.stack(run))));
}

/** Calls `use` with `φ'` of the hidden layers of one width, `[layers, batch, width]`. */
function forSlopes(
  ops: Ops,
  { activation, settings }: Plan,
  { preactivations, activations }: Passes,
  readings: Readings,
  use: (layers: readonly number[], slopes: Tensor) => void,
): void {
  forStacks(ops, readings, preactivations, 1, (layers, stack) => {
    const first = at(layers, 0, 'layer');
    const slopes = ops.tidy(() => {
      const activated = ops.stack(activations.slice(first - 1, first - 1 + layers.length));
      const ones = ops.fill(stack.shape, 1);
      return activation.backward(ops, ones, stack, activated, settings);
    });
    use(layers, slopes);
  });
}

interface Activity {
  readonly dies?: boolean;
  readonly saturation?: { readonly below: number; readonly above: number };
}

/** Share of units whose output is 0 for every sample: `[layers, batch, width]` → `[layers]`. */
function deadShare(ops: Ops, activations: Tensor): Tensor {
  const [, , width] = exactly(3, activations.shape, 'axes of activations');
  const silent = ops.whereAtMost(ops.sum(ops.abs(activations), [1]), 0, 1, 0);
  return ops.mul(ops.sum(silent, [1]), 1 / width);
}

/** Share of outputs beyond the bounds: `[layers, batch, width]` → `[layers]`. */
function saturatedShare(
  ops: Ops,
  activations: Tensor,
  { below, above }: { readonly below: number; readonly above: number },
): Tensor {
  const [, batch, width] = exactly(3, activations.shape, 'axes of activations');
  const high = ops.where(ops.less(above, activations), 1, 0);
  const either = ops.where(ops.less(activations, below), 1, high);
  return ops.mul(ops.sum(either, [1, 2]), 1 / (batch * width));
}
