import type { Ops, Tensor } from '../../ops/ops';
import type { Plan } from '../plan';

interface DenseParameters {
  readonly weight: Tensor;
  readonly bias?: Tensor;
}

/** Gradients of a dense layer: of its input `[batch, fanIn]`, and of the parameters it has. */
export interface DenseGradients {
  readonly input: Tensor;
  readonly parameters: DenseParameters;
}

/**
 * `z = hW + b`: `[batch, fanIn] · [fanIn, fanOut]`, without `b` where the layer has none, rounded to
 * the plan's number format.
 */
export function denseForward(
  ops: Ops,
  { round }: Plan,
  input: Tensor,
  { weight, bias }: DenseParameters,
): Tensor {
  return round(ops, bias ? ops.matMulAdd(input, weight, bias) : ops.matMul(input, weight));
}

/**
 * The chain rule through `z = hW + b`, from `δ = ∂L/∂z`: `∂L/∂h = δWᵀ`, `∂L/∂W = hᵀδ` and
 * `∂L/∂b = Σδ` over the batch, each rounded to the plan's number format.
 */
export function denseBackward(
  ops: Ops,
  { round }: Plan,
  delta: Tensor,
  input: Tensor,
  { weight, bias }: DenseParameters,
): DenseGradients {
  return {
    input: round(ops, ops.matMul(delta, weight, { b: true })),
    parameters: {
      weight: round(ops, ops.matMul(input, delta, { a: true })),
      ...(bias && { bias: round(ops, ops.sum(delta, [0])) }),
    },
  };
}
