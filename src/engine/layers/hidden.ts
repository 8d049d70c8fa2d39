import type { Normalized, Statistics } from '../../catalog/normalizations/normalization';
import type { Ops, Tensor } from '../../ops/ops';
import type { LayerParameters } from '../layout';
import type { Plan } from '../plan';
import { denseBackward, denseForward } from './dense';

/** What a hidden layer computed on its way forward, and keeps for the way back. */
export interface HiddenTrace {
  /** `h_{l−1}`, `[batch, fanIn]`. */
  readonly input: Tensor;
  /** The input of the activation function, `[batch, fanOut]`. */
  readonly preactivation: Tensor;
  /** `h_l`, `[batch, fanOut]`. */
  readonly activation: Tensor;
  readonly normalized: Normalized | null;
  readonly statistics: Statistics | null;
}

/** What a hidden layer passes back: `δ_l`, `∂L/∂h_{l−1}`, and its parameters' gradients. */
export interface HiddenGradients {
  readonly delta: Tensor;
  readonly input: Tensor;
  readonly parameters: LayerParameters;
}

/** `h_l = φ(normalize(h_{l−1}W_l + b_l))`. */
export function hiddenForward(
  ops: Ops,
  { activation, method, settings }: Plan,
  { weight, bias, scale, shift }: LayerParameters,
  input: Tensor,
): HiddenTrace {
  const z = denseForward(ops, input, weight, bias);
  const normal = method && scale && shift && method.forward(ops, z, scale, shift, settings);
  const preactivation = normal ? normal.output : z;
  return {
    input,
    preactivation,
    activation: activation.forward(ops, preactivation, settings),
    normalized: normal?.kept ?? null,
    statistics: normal?.statistics ?? null,
  };
}

/** The chain rule through one hidden layer, factor by factor, from `∂L/∂h_l`. */
export function hiddenBackward(
  ops: Ops,
  { activation, method, settings }: Plan,
  parameters: LayerParameters,
  trace: HiddenTrace,
  gradient: Tensor,
): HiddenGradients {
  const { input, preactivation, normalized } = trace;
  const { scale } = parameters;
  const inner = activation.backward(ops, gradient, preactivation, trace.activation, settings);
  const normal = method && scale && normalized && method.backward(ops, inner, scale, normalized);
  const delta = normal ? normal.preactivation : inner;
  const dense = denseBackward(ops, delta, input, parameters);
  const normalGradients = normal && { scale: normal.scale, shift: normal.shift };
  return { delta, input: dense.input, parameters: { ...dense.parameters, ...normalGradients } };
}
