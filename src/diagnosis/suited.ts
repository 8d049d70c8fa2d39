import type { Experiment } from '../experiment/schema';

type Activation = Experiment['activation'];

/** Initial weights that hold the gradient of an activation function at about its size. */
export interface Suited {
  readonly initializer: Experiment['initializer'];
  readonly gain: number;
  /** Factor of `‖∂L/∂h‖²` per layer towards the input, without a normalization. */
  readonly growth: number;
}

/** The weights that suit an activation function; for sigmoid none do. */
export function suitedTo({ activation, negativeSlope }: Experiment): Suited | null {
  if (activation === 'leakyRelu') {
    const gain = Number((1 / Math.sqrt(1 + negativeSlope ** 2)).toPrecision(3));
    return { initializer: 'heNormal', gain, growth: 1 };
  }
  return weights[activation];
}

/** Factor of `‖∂L/∂h‖²` per layer under layer or RMS normalization, `D2(1)/M2(1)`. */
export const growthWhenNormalized: Readonly<Record<Activation, number>> = {
  linear: 1,
  relu: 1,
  leakyRelu: 1,
  elu: 1.036,
  selu: 1.072,
  gelu: 1.072,
  silu: 1.067,
  tanh: 1.178,
  sigmoid: 0.153,
};

/** Whether a factor of `‖∂L/∂h‖²` per layer leaves `R` well within bounds over the hidden layers. */
export function isSteady(growth: number, depth: number): boolean {
  return Math.abs(Math.log(growth)) * (Math.max(0, depth - 2) / 2) < Math.log(20);
}

const weights: Readonly<Record<Exclude<Activation, 'leakyRelu'>, Suited | null>> = {
  linear: { initializer: 'lecunNormal', gain: 1, growth: 1 },
  relu: { initializer: 'heNormal', gain: 1, growth: 1 },
  elu: { initializer: 'heNormal', gain: 1, growth: 1.141 },
  selu: { initializer: 'lecunNormal', gain: 1, growth: 1.072 },
  gelu: { initializer: 'heNormal', gain: 1, growth: 0.65 },
  silu: { initializer: 'heNormal', gain: 1, growth: 0.527 },
  tanh: { initializer: 'lecunNormal', gain: 1, growth: 0.912 },
  sigmoid: null,
};
