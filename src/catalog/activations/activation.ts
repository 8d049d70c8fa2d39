import type { Fields, Values } from '../../base/field';
import type { Ops, Tensor } from '../../ops/ops';
import type { Entry } from '../entry';
import type { GaussianMoments } from './gaussianMoments';

/** How far initial weights hold the gradient: He normal where an activation function rectifies, else LeCun normal. */
export interface SuitedWeights {
  /** Gain of the weights, 1 where it is left out. */
  readonly gain?: number;
  /** Measured factor of `‖∂L/∂h‖²` per layer towards the input, without a normalization. */
  readonly growth: number;
}

/** An activation function `h = φ(y)`, applied to every component of the preactivation. */
export interface Activation<Id extends string = string, F extends Fields = Fields>
  extends Entry<Id, F> {
  /** `φ(y)`, with its limits at ±Inf; NaN stays NaN. */
  forward(ops: Ops, preactivation: Tensor, settings: Values<F>): Tensor;
  /** `∂L/∂y` from `∂L/∂h`: one factor `φ'(y)` of the chain rule. */
  backward(
    ops: Ops,
    gradient: Tensor,
    preactivation: Tensor,
    activation: Tensor,
    settings: Values<F>,
  ): Tensor;
  /** Its averages over a normal preactivation of mean 0 and this variance, in float64. */
  moments(variance: number, settings: Values<F>): GaussianMoments;
  /** A unit whose output is 0 for a whole batch passes nothing back: it is dead. */
  readonly dies?: boolean;
  /** Lets positive values pass and holds back negative ones, so that weights of variance 2/fan-in hold the signal. */
  readonly rectifies?: boolean;
  /** The weights that were measured to hold the gradient; left out where none were. */
  suited?(settings: Values<F>): SuitedWeights;
  /** Outputs outside these bounds count as saturated. */
  readonly saturation?: { readonly below: number; readonly above: number };
}

/** Declares an activation, keeping the types of its id and fields. */
export function activation<const Id extends string, const F extends Fields>(
  entry: Activation<Id, F>,
): Activation<Id, F> {
  return entry;
}
