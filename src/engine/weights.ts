import { at, exactly } from '../base/at';
import { sizeOf } from '../base/shape';
import type { Statistics } from '../catalog/normalizations/normalization';
import { initialWeights } from '../experiment/weights';
import type { Ops, Tensor } from '../ops/ops';
import type { ParameterGroup } from '../ops/parameters';
import type { Plan } from './plan';

/** Everything that training changes, held as `T`. */
interface WeightsOf<T> {
  readonly parameters: readonly T[];
  /** State of the optimizer. */
  readonly optimizer: readonly (readonly T[])[];
  /** State of each gradient safeguard in force, by its id. */
  readonly safeguards: Readonly<Record<string, readonly (readonly T[])[]>>;
  /** Factor of the loss and the steps it has stood, `[2]`, where it follows the gradients. */
  readonly lossScale: T | null;
  /** Running statistics of the hidden layers, where the network normalizes batches. */
  readonly running: readonly { readonly mean: T; readonly variance: T }[];
}

/** Everything that training changes, on the device. */
export type Weights = WeightsOf<Tensor>;

/** The weights before a step as plain values, which can be sent; a run goes on from them exactly. */
export interface Checkpoint {
  readonly step: number;
  readonly weights: WeightsOf<Values>;
}

/** A tensor's values, row-major. */
interface Values {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Gives the initial values of one parameter of a group, for one layer. */
export type Initial = (group: ParameterGroup, layer: number) => Float32Array;

/** Biases and shifts start at 0, scales where they change nothing, weights as the experiment draws them. */
export function initialOf({ settings, reparameterization, activation }: Plan): Initial {
  return ({ role, shape }, layer) => {
    if (role === 'weight') {
      return initialWeights(settings, layer, ...exactly(2, shape, 'axes of a weight'));
    }
    const scale = reparameterization ? reparameterization.initialScale(activation) : 1;
    return new Float32Array(sizeOf(shape)).fill(role === 'scale' ? scale : 0);
  };
}

/** Uploads the initial parameters, with fresh optimizer state and running statistics. */
export function initializeWeights(ops: Ops, plan: Plan, initial: Initial): Weights {
  const parameters = plan.layout.map((group) => {
    const { layers, shape } = group;
    const size = sizeOf(shape);
    const values = new Float32Array(layers.length * size);
    layers.forEach((layer, index) => {
      values.set(initial(group, layer), index * size);
    });
    return ops.upload(values, [layers.length, ...shape]);
  });
  return {
    parameters,
    optimizer: plan.optimizer.init(ops, parameters),
    safeguards: {},
    lossScale: null,
    running: plan.method?.running
      ? plan.widths.slice(1, -1).map((width) => unitStatistics(ops, width))
      : [],
  };
}

function unitStatistics(ops: Ops, width: number): Statistics {
  return { mean: ops.fill([1, width], 0), variance: ops.fill([1, width], 1) };
}

/** The tensors of some weights that none of the others share, each once. */
export function unshared(
  weights: readonly Weights[],
  others: readonly Weights[],
): readonly Tensor[] {
  const shared = new Set(others.flatMap(tensorsOf));
  return [...new Set(weights.flatMap(tensorsOf))].filter((tensor) => !shared.has(tensor));
}

/** Bytes of everything that training changes, as it is now. */
export function bytesOf(weights: Weights): number {
  return tensorsOf(weights).reduce((sum, { shape }) => sum + 4 * sizeOf(shape), 0);
}

/** Every tensor of some weights. */
export function tensorsOf<T>(weights: WeightsOf<T>): readonly T[] {
  const tensors: T[] = [];
  mapped(weights, (tensor) => tensors.push(tensor));
  return tensors;
}

/** Reads weights back from the device, as copies: a backend may read by showing its own memory. */
export async function readWeights(ops: Ops, weights: Weights): Promise<Checkpoint['weights']> {
  const read = new Map<Tensor, Values>();
  for (const tensor of tensorsOf(weights)) {
    read.set(tensor, { shape: tensor.shape, values: (await ops.read(tensor)).slice() });
  }
  return mapped(weights, (tensor) => at(read, tensor, 'tensor read'));
}

/** Copies weights to the device. */
export function uploadWeights(ops: Ops, weights: Checkpoint['weights']): Weights {
  return mapped(weights, ({ values, shape }) => ops.upload(values, shape));
}

function mapped<T, U>(weights: WeightsOf<T>, change: (tensor: T) => U): WeightsOf<U> {
  const all = (tensors: readonly T[]) => tensors.map(change);
  const { parameters, optimizer, safeguards, lossScale, running } = weights;
  return {
    parameters: all(parameters),
    optimizer: optimizer.map(all),
    safeguards: Object.fromEntries(
      Object.entries(safeguards).map(([id, state]) => [id, state.map(all)]),
    ),
    lossScale: lossScale === null ? null : change(lossScale),
    running: running.map(({ mean, variance }) => ({
      mean: change(mean),
      variance: change(variance),
    })),
  };
}
