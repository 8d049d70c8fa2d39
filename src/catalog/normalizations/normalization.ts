import type { Fields, Values } from '../../base/field';
import type { Ops, Tensor } from '../../ops/ops';
import type { Activation } from '../activations/activation';
import type { Entry } from '../entry';

/** What `backward` needs of `forward`. */
export interface Normalized {
  /** The normalized preactivation before scale and shift, `[batch, width]`. */
  readonly normalized: Tensor;
  /** `1/√(variance + ε)`, broadcastable to `[batch, width]`. */
  readonly inverseDeviation: Tensor;
}

/** Mean and variance of a batch, `[1, width]` each, that evaluation uses in place of its own. */
export interface Statistics {
  readonly mean: Tensor;
  readonly variance: Tensor;
}

/** A forward pass: `y`, what the way back needs, and the statistics it used. */
export interface NormalizedForward {
  readonly output: Tensor;
  readonly kept: Normalized;
  readonly statistics: Statistics;
}

/** Evaluation with statistics gathered in training, for a normalization over the batch. */
export interface RunningStatistics<Settings> {
  /** `y` with running statistics. */
  evaluate(
    ops: Ops,
    preactivation: Tensor,
    scale: Tensor,
    shift: Tensor,
    running: Statistics,
    settings: Settings,
  ): Tensor;
  /** The running statistics after one more batch. */
  track(ops: Ops, running: Statistics, batch: Statistics, settings: Settings): Statistics;
}

/** A normalization as a pair of passes around `y = normalize(z)·scale + shift`. */
export interface NormalizationMethod<Settings> {
  /** What its mean and variance are taken over. */
  readonly over: 'batch' | 'features';
  /** Whether the layer keeps a bias before the normalization. */
  readonly bias: boolean;
  /** From `z` `[batch, width]`, in training mode. */
  forward(
    ops: Ops,
    preactivation: Tensor,
    scale: Tensor,
    shift: Tensor,
    settings: Settings,
  ): NormalizedForward;
  /** `∂L/∂z`, `∂L/∂scale` and `∂L/∂shift` from `∂L/∂y`. */
  backward(
    ops: Ops,
    gradient: Tensor,
    scale: Tensor,
    kept: Normalized,
  ): { readonly preactivation: Tensor; readonly scale: Tensor; readonly shift: Tensor };
  /** Left out where evaluation is the same as training. */
  readonly running?: RunningStatistics<Settings>;
}

/** A normalization of the weight itself: the layer's weight is a function of what is trained. */
export interface Reparameterization {
  /** The scale of every unit before training, under an activation function. */
  initialScale(activation: Pick<Activation, 'rectifies'>): number;
  /** The weight `[fanIn, fanOut]` of a direction `[fanIn, fanOut]` and a scale `[fanOut]`. */
  weight(ops: Ops, direction: Tensor, scale: Tensor): Tensor;
  /** The gradients of direction and scale from that of the weight. */
  backward(
    ops: Ops,
    gradient: Tensor,
    direction: Tensor,
    scale: Tensor,
  ): { readonly weight: Tensor; readonly scale: Tensor };
}

/** A choice of normalization: of the preactivation, of the weight, or of neither. */
export interface Normalization<Id extends string = string, F extends Fields = Fields>
  extends Entry<Id, F> {
  readonly method?: NormalizationMethod<Values<F>>;
  readonly reparameterization?: Reparameterization;
}

/** Declares a normalization, keeping the types of its id and fields. */
export function normalization<const Id extends string, const F extends Fields>(
  entry: Normalization<Id, F>,
): Normalization<Id, F> {
  return entry;
}
