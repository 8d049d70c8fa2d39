import { at } from '../../base/at';
import type { Normalized, Statistics } from '../../catalog/normalizations/normalization';
import type { Ops, Tensor } from '../../ops/ops';
import type { LayerParameters } from '../layout';
import type { Plan } from '../plan';
import { denseBackward, denseForward } from './dense';

/** What a hidden layer computed on its way forward, and keeps for the way back. */
export interface HiddenTrace {
  /** `h_{l−1}`, `[batch, fanIn]`. */
  readonly input: Tensor;
  /** The weight it was multiplied with, `[fanIn, fanOut]`. */
  readonly weight: Tensor;
  /** The input of the activation function, `[batch, fanOut]`. */
  readonly preactivation: Tensor;
  /** The output of the activation function, `[batch, fanOut]`. */
  readonly activation: Tensor;
  /** `h_l`, `[batch, fanOut]`: the activation, with the skip where the layer has one. */
  readonly output: Tensor;
  readonly normalized: Normalized | null;
  readonly statistics: Statistics | null;
}

/**
 * What a hidden layer passes back: `δ_l`, `∂L/∂h_{l−1}`, the part of it that came through the weights
 * (all of it without a skip), and its parameters' gradients.
 */
export interface HiddenGradients {
  readonly delta: Tensor;
  readonly input: Tensor;
  readonly throughWeights: Tensor;
  readonly parameters: LayerParameters;
}

/** `h_l = a·h_{l−1} + b·φ(normalize(h_{l−1}W_l + b_l))`, without the skip `φ(…)` alone. */
export function hiddenForward(
  ops: Ops,
  plan: Plan,
  parameters: LayerParameters,
  input: Tensor,
): HiddenTrace {
  const { activation, method, round, settings } = plan;
  const weight = weightOf(ops, plan, parameters);
  const z = denseForward(ops, plan, input, { ...parameters, weight });
  const normal = method?.forward(
    ops,
    z,
    at(parameters, 'scale', 'parameter'),
    at(parameters, 'shift', 'parameter'),
    settings,
  );
  const preactivation = normal ? round(ops, normal.output) : z;
  const activated = round(ops, activation.forward(ops, preactivation, settings));
  return {
    input,
    weight,
    preactivation,
    activation: activated,
    output: withSkip(ops, plan, input, activated),
    normalized: normal?.kept ?? null,
    statistics: normal?.statistics ?? null,
  };
}

/** The chain rule through one hidden layer, factor by factor, from `∂L/∂h_l`. */
export function hiddenBackward(
  ops: Ops,
  plan: Plan,
  parameters: LayerParameters,
  trace: HiddenTrace,
  gradient: Tensor,
): HiddenGradients {
  const { activation, method, reparameterization, round, settings } = plan;
  const { input, weight, preactivation } = trace;
  const skip = skipOf(plan, input, trace.activation);
  const branch = skip ? round(ops, ops.mul(gradient, skip.branch)) : gradient;
  const inner = round(
    ops,
    activation.backward(ops, branch, preactivation, trace.activation, settings),
  );
  const normal = method?.backward(
    ops,
    inner,
    at(parameters, 'scale', 'parameter'),
    at(trace, 'normalized', 'trace of'),
  );
  const delta = normal ? round(ops, normal.preactivation) : inner;
  const dense = denseBackward(ops, plan, delta, input, { ...parameters, weight });
  const normalGradients = normal && {
    scale: round(ops, normal.scale),
    shift: round(ops, normal.shift),
  };
  const trained = reparameterization?.backward(
    ops,
    dense.parameters.weight,
    parameters.weight,
    at(parameters, 'scale', 'parameter'),
  );
  return {
    delta,
    input: skip ? round(ops, ops.add(dense.input, ops.mul(gradient, skip.skip))) : dense.input,
    throughWeights: dense.input,
    parameters: { ...dense.parameters, ...normalGradients, ...trained },
  };
}

/** The weight of a hidden layer: trained as it is, or made of a direction and a scale. */
export function weightOf(
  ops: Ops,
  { reparameterization }: Plan,
  parameters: LayerParameters,
): Tensor {
  const { weight } = parameters;
  return reparameterization
    ? reparameterization.weight(ops, weight, at(parameters, 'scale', 'parameter'))
    : weight;
}

/** Adds the skip to the output of the activation function, where the layer has one. */
export function withSkip(ops: Ops, plan: Plan, input: Tensor, activated: Tensor): Tensor {
  const skip = skipOf(plan, input, activated);
  if (!skip) return activated;
  const sum = ops.add(ops.mul(input, skip.skip), ops.mul(activated, skip.branch));
  return plan.round(ops, sum);
}

/** The factors of skip and branch, where input and output have one width. */
function skipOf({ residual }: Plan, input: Tensor, output: Tensor): Plan['residual'] {
  return String(input.shape) === String(output.shape) ? residual : null;
}
