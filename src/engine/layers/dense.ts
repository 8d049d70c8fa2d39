import type { Ops, Tensor } from '../../ops/ops';

/** Gradients of a dense layer: of its input `[batch, fanIn]`, and of the parameters it has. */
export interface DenseGradients {
  readonly input: Tensor;
  readonly parameters: { readonly weight: Tensor; readonly bias?: Tensor };
}

/** `z = hW + b`: `[batch, fanIn] · [fanIn, fanOut]`, without `b` where the layer has none. */
export function denseForward(ops: Ops, input: Tensor, weight: Tensor, bias?: Tensor): Tensor {
  const product = ops.matMul(input, weight);
  return bias ? ops.add(product, bias) : product;
}

/**
 * The chain rule through `z = hW + b`, from `δ = ∂L/∂z`: `∂L/∂h = δWᵀ`, `∂L/∂W = hᵀδ` and
 * `∂L/∂b = Σδ` over the batch.
 */
export function denseBackward(
  ops: Ops,
  delta: Tensor,
  input: Tensor,
  { weight, bias }: { readonly weight: Tensor; readonly bias?: Tensor },
): DenseGradients {
  return {
    input: ops.matMul(delta, weight, { b: true }),
    parameters: {
      weight: ops.matMul(input, delta, { a: true }),
      ...(bias && { bias: ops.sum(delta, [0]) }),
    },
  };
}
