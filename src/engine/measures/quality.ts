import { at } from '../../base/at';
import type { Ops, Tensor } from '../../ops/ops';
import type { LayerParameters } from '../layout';
import { evaluate } from '../network';
import type { Plan } from '../plan';
import type { Weights } from '../weights';
import type { Readings } from './readings';

/** Features `[rows, inputs]` and targets `[rows, outputs]` on the device. */
export interface DeviceRows {
  readonly features: Tensor;
  readonly targets: Tensor;
}

/** Measures accuracy on the batch, where the task has classes. */
export function measureAccuracy(
  ops: Ops,
  { task }: Plan,
  output: Tensor,
  targets: Tensor,
  readings: Readings,
): void {
  if (task.kind === 'classification') readings.step('accuracy', accuracy(ops, output, targets));
}

/** Measures loss and accuracy on the validation rows, in evaluation mode. */
export function measureValidation(
  ops: Ops,
  plan: Plan,
  layers: readonly LayerParameters[],
  { running }: Weights,
  { features, targets }: DeviceRows,
  readings: Readings,
): void {
  const output = evaluate(ops, plan, layers, running, features);
  readings.step('validationLoss', plan.loss.evaluate(ops, output, targets).loss);
  if (plan.task.kind !== 'classification') return;
  readings.step('validationAccuracy', accuracy(ops, output, targets));
}

/** Share of rows whose largest output is the true class; a row that holds NaN counts as wrong. */
function accuracy(ops: Ops, output: Tensor, targets: Tensor): Tensor {
  const rows = at(output.shape, 0, 'axis');
  const right = ops.where(ops.equal(ops.argMax(output), ops.argMax(targets)), 1, 0);
  const largest = ops.reshape(ops.max(output), [rows]);
  const counted = ops.whereAtMost(largest, Number.POSITIVE_INFINITY, right, 0);
  return ops.mul(ops.sum(counted), 1 / rows);
}
