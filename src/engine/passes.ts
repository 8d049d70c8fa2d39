import type { Statistics } from '../catalog/normalizations/normalization';
import type { Operand, Ops, Tensor } from '../ops/ops';
import type { LayerParameters } from './layout';
import type { DeviceRows } from './measures/quality';
import { backward, forward, type Gradients } from './network';
import type { Plan } from './plan';

/** What the passes of a step computed, over the whole batch. */
export interface Passes {
  /** Mean data loss, `[]`. */
  readonly loss: Tensor;
  /** `z_D`, `[batch, outputs]`. */
  readonly output: Tensor;
  /** `h_l` of the hidden layers, `[batch, fanOut]`; entry 0 is layer 1. */
  readonly outputs: readonly Tensor[];
  /** The inputs of their activation functions. */
  readonly preactivations: readonly Tensor[];
  /** What their activation functions gave, before any skip was added. */
  readonly activations: readonly Tensor[];
  readonly gradients: Gradients;
  /** Statistics of each hidden layer, for each micro-batch in turn. */
  readonly statistics: readonly (readonly (Statistics | null)[])[];
}

/**
 * Runs a batch forward and backward: at once, or as consecutive micro-batches of one size whose
 * gradients are averaged. All gradients are those of the loss times `lossScale`.
 */
export function runPasses(
  ops: Ops,
  plan: Plan,
  layers: readonly LayerParameters[],
  batch: DeviceRows,
  lossScale: Operand = 1,
): Passes {
  const parts = split(ops, batch, plan.microBatches).map((part) =>
    runPass(ops, plan, layers, part, lossScale),
  );
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  const share = 1 / parts.length;
  const joined = (pick: (part: Passes) => readonly Tensor[]) =>
    together(parts.map(pick), ops.concat);
  const scaled = (tensors: readonly Tensor[]) => tensors.map((tensor) => ops.mul(tensor, share));
  const averaged = (pick: (part: Passes) => readonly Tensor[]) =>
    scaled(together(parts.map(pick), (list) => list.reduce((sum, next) => ops.add(sum, next))));
  return {
    loss: averaged(({ loss }) => [loss])[0] as Tensor,
    output: ops.concat(parts.map(({ output }) => output)),
    outputs: joined(({ outputs }) => outputs),
    preactivations: joined(({ preactivations }) => preactivations),
    activations: joined(({ activations }) => activations),
    gradients: {
      activations: scaled(joined(({ gradients }) => gradients.activations)),
      throughWeights: scaled(joined(({ gradients }) => gradients.throughWeights)),
      deltas: scaled(joined(({ gradients }) => gradients.deltas)),
      parameters: layers.map((_, index) => {
        const roles = Object.keys(
          first?.gradients.parameters[index] ?? {},
        ) as (keyof LayerParameters)[];
        const values = averaged(({ gradients }) =>
          roles.map((role) => gradients.parameters[index]?.[role] as Tensor),
        );
        return Object.fromEntries(roles.map((role, at) => [role, values[at]])) as LayerParameters;
      }),
    },
    statistics: parts.flatMap(({ statistics }) => statistics),
  };
}

function runPass(
  ops: Ops,
  plan: Plan,
  layers: readonly LayerParameters[],
  { features, targets }: DeviceRows,
  lossScale: Operand,
): Passes {
  const { hidden, last, output } = forward(ops, plan, layers, features);
  const { loss, gradient } = plan.loss.evaluate(ops, output, targets);
  const scaled = plan.round(ops, lossScale === 1 ? gradient : ops.mul(gradient, lossScale));
  return {
    loss,
    output,
    outputs: hidden.map((trace) => trace.output),
    preactivations: hidden.map((trace) => trace.preactivation),
    activations: hidden.map((trace) => trace.activation),
    gradients: backward(ops, plan, layers, { hidden, last, output }, scaled),
    statistics: [hidden.map((trace) => trace.statistics)],
  };
}

function split(ops: Ops, { features, targets }: DeviceRows, count: number): readonly DeviceRows[] {
  if (count === 1) return [{ features, targets }];
  const parts = (x: Tensor) => {
    const [rows = 0, ...rest] = x.shape;
    return ops.unstack(ops.reshape(x, [count, rows / count, ...rest]));
  };
  const goals = parts(targets);
  return parts(features).map((part, index) => ({
    features: part,
    targets: goals[index] as Tensor,
  }));
}

/** Combines what stands at the same place in every list. */
function together(
  lists: readonly (readonly Tensor[])[],
  combine: (tensors: readonly Tensor[]) => Tensor,
): readonly Tensor[] {
  return (lists[0] ?? []).map((_, index) => combine(lists.map((list) => list[index] as Tensor)));
}
