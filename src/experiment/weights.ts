import { randomStream } from '../base/random';
import { datasets } from '../catalog/datasets';
import { entryOf } from '../catalog/entry';
import { initializers } from '../catalog/initializers';
import { outputsOf, taskOf } from './data';
import type { Experiment } from './schema';

/** Widths of the signal from the input to the output: `depth + 1` numbers. */
export function widthsOf(experiment: Experiment): readonly number[] {
  const { inputs } = entryOf(datasets, experiment.dataset);
  const hidden = Array.from({ length: experiment.depth - 1 }, () => experiment.width);
  return [inputs, ...hidden, outputsOf(taskOf(experiment))];
}

/** Initial weights of one layer, `[fanIn, fanOut]` row-major, from the layer's own stream. */
export function initialWeights(
  experiment: Experiment,
  layer: number,
  fanIn: number,
  fanOut: number,
): Float32Array {
  const initializer = entryOf(initializers, experiment.initializer);
  const stream = randomStream(experiment.seed, 'weights', layer);
  const drawn = initializer.draw(stream, fanIn, fanOut, experiment);
  return Float32Array.from(drawn, (weight) => weight * experiment.gain);
}
