import { planOf } from '../engine/plan';
import { initialOf } from '../engine/weights';
import { batchRows, batchSizeOf, makeData } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { type StoredTensor, safetensors } from './safetensors';

/** The format of exported weights, with its version; a file of another is refused by the scripts. */
export const weightsFormat = 'chain-reaction-weights/1';

/**
 * The page's initial parameters of every layer, its training data and which rows its first `steps` batches
 * take, as a safetensors file; `link` leads back to the experiment. The README of this folder names the tensors.
 */
export function exportedWeights(experiment: Experiment, steps: number, link: string): Uint8Array {
  const plan = planOf(experiment);
  const initial = initialOf(plan);
  const { training, inputs, outputs } = makeData(experiment);
  const tensors: Record<string, StoredTensor> = {};
  for (const group of plan.layout) {
    for (const layer of group.layers) {
      const values = initial(group, layer);
      tensors[`layers.${layer}.${group.role}`] = { values, shape: group.shape };
    }
  }
  const size = batchSizeOf(experiment);
  const batches = new Int32Array(steps * size);
  for (let step = 0; step < steps; step++) batches.set(batchRows(experiment, step), step * size);
  return safetensors(
    {
      ...tensors,
      features: { values: training.features, shape: [training.count, inputs] },
      targets: { values: training.targets, shape: [training.count, outputs] },
      batches: { values: batches, shape: [steps, size] },
    },
    {
      format: weightsFormat,
      network: `${plan.widths.join(',')} ${experiment.normalization}`,
      link,
    },
  );
}
