import { at, present } from '../base/at';
import type { Statistics } from '../catalog/normalizations/normalization';
import type { Ops, Tensor } from '../ops/ops';
import { denseBackward, denseForward } from './layers/dense';
import {
  type HiddenGradients,
  type HiddenTrace,
  hiddenBackward,
  hiddenForward,
  withSkip,
} from './layers/hidden';
import type { LayerParameters } from './layout';
import type { Plan } from './plan';

/** Everything a forward pass computed, layer by layer. */
export interface Trace {
  /** Hidden layers 1 … D − 1; entry 0 is layer 1. */
  readonly hidden: readonly HiddenTrace[];
  /** `h_{D−1}`, the input of the output layer. */
  readonly last: Tensor;
  /** `z_D`, `[batch, outputs]`. */
  readonly output: Tensor;
}

/** Everything a backward pass computed, layer by layer. */
export interface Gradients {
  /** `∂L/∂h_l` for l = 0 … D − 1; entry 0 is the input's. */
  readonly activations: readonly Tensor[];
  /** The part of `∂L/∂h_{l−1}` that came through the weights of the hidden layers l; entry 0 is layer 1. */
  readonly throughWeights: readonly Tensor[];
  /** `δ_l = ∂L/∂z_l` for l = 1 … D; entry 0 is layer 1. */
  readonly deltas: readonly Tensor[];
  /** Gradients of the parameters; entry 0 is layer 1. */
  readonly parameters: readonly LayerParameters[];
}

/** Runs a batch `[batch, inputs]` through the network, keeping what the way back needs. */
export function forward(
  ops: Ops,
  plan: Plan,
  layers: readonly LayerParameters[],
  features: Tensor,
): Trace {
  const hidden: HiddenTrace[] = [];
  let signal = plan.round(ops, features);
  for (const parameters of layers.slice(0, -1)) {
    const input = signal;
    const trace = ops.tidy(() => hiddenForward(ops, plan, parameters, input));
    hidden.push(trace);
    signal = trace.output;
  }
  const last = signal;
  const output = ops.tidy(() => denseForward(ops, plan, last, outputLayer(layers)));
  return { hidden, last, output };
}

/** Walks the chain rule from `δ_D = ∂L/∂z_D` back to the input, one layer at a time. */
export function backward(
  ops: Ops,
  plan: Plan,
  layers: readonly LayerParameters[],
  { hidden, last }: Trace,
  outputGradient: Tensor,
): Gradients {
  const output = denseBackward(ops, plan, outputGradient, last, outputLayer(layers));
  const passed: HiddenGradients[] = [];
  let gradient = output.input;
  for (let index = hidden.length - 1; index >= 0; index--) {
    const trace = present(hidden[index], index + 1, 'trace of layer');
    const parameters = present(layers[index], index + 1, 'parameter of layer');
    const arriving = gradient;
    const layer = ops.tidy(() => hiddenBackward(ops, plan, parameters, trace, arriving));
    passed.unshift(layer);
    gradient = layer.input;
  }
  return {
    activations: [...passed.map(({ input }) => input), output.input],
    throughWeights: passed.map(({ throughWeights }) => throughWeights),
    deltas: [...passed.map(({ delta }) => delta), outputGradient],
    parameters: [...passed.map(({ parameters }) => parameters), output.parameters],
  };
}

/**
 * The output for a batch in evaluation mode, with running statistics where the network has them. Holds one layer at a
 * time: what is evaluated may have many more rows than a batch.
 */
export function evaluate(
  ops: Ops,
  plan: Plan,
  layers: readonly LayerParameters[],
  running: readonly Statistics[],
  features: Tensor,
): Tensor {
  const input = plan.round(ops, features);
  let signal = input;
  for (const [index, parameters] of layers.slice(0, -1).entries()) {
    const before = signal;
    const statistics = () => present(running[index], index + 1, 'running mean of layer');
    signal = ops.tidy(() => evaluateHidden(ops, plan, parameters, statistics, before));
    if (before !== input) ops.dispose(before);
  }
  return ops.tidy(() => denseForward(ops, plan, signal, outputLayer(layers)));
}

function evaluateHidden(
  ops: Ops,
  plan: Plan,
  parameters: LayerParameters,
  statistics: () => Statistics,
  signal: Tensor,
): Tensor {
  const { activation, method, round, settings } = plan;
  const running = method?.running;
  if (!running) return hiddenForward(ops, plan, parameters, signal).output;
  const scale = at(parameters, 'scale', 'parameter');
  const shift = at(parameters, 'shift', 'parameter');
  const z = denseForward(ops, plan, signal, parameters);
  const y = round(ops, running.evaluate(ops, z, scale, shift, statistics(), settings));
  return withSkip(ops, plan, signal, round(ops, activation.forward(ops, y, settings)));
}

function outputLayer(layers: readonly LayerParameters[]): LayerParameters {
  return at(layers, layers.length - 1, 'layer');
}
