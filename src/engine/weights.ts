import { sizeOf } from '../base/shape';
import type { Statistics } from '../catalog/normalizations/normalization';
import { initialWeights } from '../experiment/weights';
import type { Ops, Tensor } from '../ops/ops';
import type { ParameterGroup, Stacks } from '../ops/parameters';
import type { Plan } from './plan';

/** Everything that training changes. */
export interface Weights {
  readonly parameters: Stacks;
  /** State of the optimizer. */
  readonly optimizer: readonly Stacks[];
  /** State of each gradient safeguard in force, by its id. */
  readonly safeguards: Readonly<Record<string, readonly Stacks[]>>;
  /** Factor of the loss and the steps it has stood, `[2]`, where it follows the gradients. */
  readonly lossScale: Tensor | null;
  /** Running statistics of the hidden layers, where the network normalizes batches. */
  readonly running: readonly Statistics[];
}

/** Gives the initial values of one parameter of a group, for one layer. */
export type Initial = (group: ParameterGroup, layer: number) => Float32Array;

/** Biases and shifts start at 0, scales where they change nothing, weights as the experiment draws them. */
export function initialOf({ settings, reparameterization }: Plan): Initial {
  return ({ role, shape }, layer) => {
    const [fanIn = 1, fanOut = 1] = shape;
    if (role === 'weight') return initialWeights(settings, layer, fanIn, fanOut);
    const scale = reparameterization?.initialScale ?? 1;
    return new Float32Array(fanIn).fill(role === 'scale' ? scale : 0);
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

/** The tensors of some weights that none of the others share. */
export function unshared(weights: Weights, others: readonly Weights[]): readonly Tensor[] {
  const shared = new Set(others.flatMap(tensorsOf));
  return tensorsOf(weights).filter((tensor) => !shared.has(tensor));
}

/** Bytes of everything that training changes, as it is now. */
export function bytesOf({ parameters, optimizer }: Weights): number {
  return [...parameters, ...optimizer.flat()].reduce(
    (sum, { shape }) => sum + 4 * sizeOf(shape),
    1,
  );
}

/** Every tensor of some weights. */
export function tensorsOf({
  parameters,
  optimizer,
  safeguards,
  lossScale,
  running,
}: Weights): readonly Tensor[] {
  return [
    ...parameters,
    ...optimizer.flat(),
    ...Object.values(safeguards).flat(2),
    ...(lossScale ? [lossScale] : []),
    ...running.flatMap(({ mean, variance }) => [mean, variance]),
  ];
}
