import { sizeOf } from '../../base/shape';
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
  { activation, settings }: Plan,
  { outputs, preactivations, activations, output }: Passes,
  features: Tensor,
  readings: Readings,
): void {
  forRuns(ops, [features, ...outputs, output], 0, (layers, stack) => {
    const root = Math.sqrt(sizeOf(stack.shape) / layers.length);
    readings.norms(layers, ops.norms(stack), (layer, norm) => {
      readings.put('actRms', layer, norm / root);
    });
  });
  let at = 0;
  forRuns(ops, preactivations, 1, (layers, stack) => {
    const activated = ops.stack(activations.slice(at, at + layers.length));
    at += layers.length;
    const slope = activation.backward(ops, ops.fill(stack.shape, 1), stack, activated, settings);
    const size = sizeOf(stack.shape) / layers.length;
    readings.norms(layers, ops.norms(slope), (layer, norm) => {
      readings.put('slope', layer, norm ** 2 / size);
    });
  });
  const { dies, saturation }: Activity = activation;
  if (!dies && !saturation) return;
  forRuns(ops, activations, 1, (layers, stack) => {
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
  forRuns(ops, gradients.activations, 0, (layers, stack) => {
    readings.norms(layers, ops.norms(stack), (layer, norm, largest) => {
      readings.put('gradH', layer, unscaled(norm));
      readings.put('maxGradH', layer, unscaled(largest));
    });
  });
  if (residual) {
    forRuns(ops, gradients.throughWeights, 1, (layers, stack) => {
      readings.norms(layers, ops.norms(stack), (layer, norm) => {
        readings.put('gradBranch', layer, unscaled(norm));
      });
    });
  }
  forRuns(ops, gradients.deltas, 1, (layers, stack) => {
    readings.norms(layers, ops.norms(stack), (layer, norm) => {
      readings.put('gradZ', layer, unscaled(norm));
    });
  });
}

interface Activity {
  readonly dies?: boolean;
  readonly saturation?: { readonly below: number; readonly above: number };
}

/** Share of units whose output is 0 for every sample: `[layers, batch, width]` → `[layers]`. */
function deadShare(ops: Ops, activations: Tensor): Tensor {
  const width = activations.shape[2] ?? 1;
  const silent = ops.whereAtMost(ops.sum(ops.abs(activations), [1]), 0, 1, 0);
  return ops.mul(ops.sum(silent, [1]), 1 / width);
}

/** Share of outputs beyond the bounds: `[layers, batch, width]` → `[layers]`. */
function saturatedShare(
  ops: Ops,
  activations: Tensor,
  { below, above }: { readonly below: number; readonly above: number },
): Tensor {
  const [, batch = 1, width = 1] = activations.shape;
  const high = ops.where(ops.less(above, activations), 1, 0);
  const either = ops.where(ops.less(activations, below), 1, high);
  return ops.mul(ops.sum(either, [1, 2]), 1 / (batch * width));
}
