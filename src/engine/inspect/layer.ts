import { exactly, present } from '../../base/at';
import { distributionOf, type LayerInspection } from '../../history/inspection';
import type { Ops } from '../../ops/ops';
import { weightOf } from '../layers/hidden';
import { byLayer } from '../layout';
import { lossScaleOf } from '../lossScale';
import type { DeviceRows } from '../measures/quality';
import { runPasses } from '../passes';
import type { Plan } from '../plan';
import type { Weights } from '../weights';
import { singularValues } from './singularValues';

/** Looks closely at one layer: a forward and a backward pass of the step's batch at its weights. */
export async function inspectLayer(
  ops: Ops,
  plan: Plan,
  weights: Weights,
  batch: DeviceRows,
  layer: number,
): Promise<LayerInspection> {
  const tensors = ops.tidy(() => {
    const layers = byLayer(ops, plan.layout, weights.parameters);
    const own = present(layers[layer - 1], layer, 'layer');
    const { factor } = lossScaleOf(ops, plan, weights);
    const passes = runPasses(ops, plan, layers, batch, factor);
    const gradient = present(
      passes.gradients.parameters[layer - 1],
      layer,
      'gradient of layer',
    ).weight;
    const isOutput = layer === plan.depth;
    return [
      isOutput ? own.weight : weightOf(ops, plan, own),
      ops.div(gradient, factor),
      isOutput
        ? passes.output
        : present(passes.preactivations[layer - 1], layer, 'preactivation of layer'),
      isOutput ? passes.output : present(passes.outputs[layer - 1], layer, 'output of layer'),
    ] as const;
  });
  const [weight, gradient, preactivation, activation] = tensors;
  const values = {
    weight: await ops.read(weight),
    gradient: await ops.read(gradient),
    preactivation: await ops.read(preactivation),
    activation: await ops.read(activation),
  };
  const [rows, columns] = exactly(2, weight.shape, 'axes of a weight');
  ops.dispose(tensors);
  return {
    layer,
    weights: distributionOf(values.weight),
    gradients: distributionOf(values.gradient),
    preactivations: distributionOf(values.preactivation),
    activations: distributionOf(values.activation),
    singularValues: await singularValues(values.weight, rows, columns),
  };
}
