import { randomStream } from '../base/random';
import { rememberArrays } from '../base/remembered';
import { entryOf } from '../catalog/entry';
import { initializers } from '../catalog/initializers';
import { offerOf, outputsOf, taskOf } from './data';
import type { Experiment } from './schema';

/** Widths of the signal from the input to the output: `depth + 1` numbers. */
export function widthsOf(experiment: Experiment): readonly number[] {
  const { inputs } = offerOf(experiment);
  const hidden = Array.from({ length: experiment.depth - 1 }, () => experiment.width);
  return [inputs, ...hidden, outputsOf(taskOf(experiment))];
}

/** Draws of the last networks: another gain, depth or safeguard begins with the same ones. */
const remembered = rememberArrays(64e6);

/** Initial weights of one layer, `[fanIn, fanOut]` row-major, from the layer's own stream. */
export function initialWeights(
  experiment: Experiment,
  layer: number,
  fanIn: number,
  fanOut: number,
): Float32Array {
  const { seed, gain } = experiment;
  const initializer = entryOf(initializers, experiment.initializer);
  const settings = Object.keys(initializer.fields).map((key) => Reflect.get(experiment, key));
  const key = [initializer.id, ...settings, seed, layer, fanIn, fanOut].join(' ');
  const drawn = remembered(key, () =>
    initializer.draw(randomStream(seed, 'weights', layer), fanIn, fanOut, experiment),
  );
  return Float32Array.from(drawn, (weight) => weight * gain);
}
