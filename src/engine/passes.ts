import { at, present } from '../base/at';
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
  if (plan.microBatches === 1) return runPass(ops, plan, layers, batch, lossScale);
  return ops.tidy(() => {
    const parts: Passes[] = [];
    let sums: Sums | null = null;
    for (const part of split(ops, batch, plan.microBatches)) {
      const passes = runPass(ops, plan, layers, part, lossScale);
      sums = addedUp(ops, sums, passes);
      parts.push(passes);
    }
    if (!sums) throw new RangeError('A batch has no micro-batches.');
    return averaged(ops, parts, sums);
  });
}

/** Holds the sums over micro-batches; each is freed as soon as the next one holds it, because it may be large. */
interface Sums {
  readonly loss: Tensor;
  readonly parameters: readonly LayerParameters[];
}

function addedUp(ops: Ops, sums: Sums | null, { loss, gradients }: Passes): Sums {
  const own: Sums = { loss, parameters: gradients.parameters };
  if (!sums) return own;
  const next = {
    loss: ops.add(sums.loss, own.loss),
    parameters: sums.parameters.map((layer, index) =>
      eachRole(layer, (sum, role) =>
        ops.add(
          sum,
          present(own.parameters[index]?.[role], index + 1, `gradient of ${role} of layer`),
        ),
      ),
    ),
  };
  ops.dispose([sums, own]);
  return next;
}

/** The passes of micro-batches of one size as those of one batch. */
function averaged(ops: Ops, parts: readonly Passes[], sums: Sums): Passes {
  const share = 1 / parts.length;
  const joined = (pick: (part: Passes) => readonly Tensor[]) =>
    together(parts.map(pick), ops.concat);
  const scaled = (pick: (part: Passes) => readonly Tensor[]) =>
    ops.tidy(() => joined(pick).map((tensor) => ops.mul(tensor, share)));
  return {
    loss: ops.mul(sums.loss, share),
    output: ops.concat(parts.map(({ output }) => output)),
    outputs: joined(({ outputs }) => outputs),
    preactivations: joined(({ preactivations }) => preactivations),
    activations: joined(({ activations }) => activations),
    gradients: {
      activations: scaled(({ gradients }) => gradients.activations),
      throughWeights: scaled(({ gradients }) => gradients.throughWeights),
      deltas: scaled(({ gradients }) => gradients.deltas),
      parameters: sums.parameters.map((layer) => eachRole(layer, (sum) => ops.mul(sum, share))),
    },
    statistics: parts.flatMap(({ statistics }) => statistics),
  };
}

function eachRole(
  layer: LayerParameters,
  change: (tensor: Tensor, role: keyof LayerParameters) => Tensor,
): LayerParameters {
  const roles = Object.entries(layer) as [keyof LayerParameters, Tensor][];
  return Object.fromEntries(
    roles.map(([role, tensor]) => [role, change(tensor, role)]),
  ) as unknown as LayerParameters;
}

function runPass(
  ops: Ops,
  plan: Plan,
  layers: readonly LayerParameters[],
  { features, targets }: DeviceRows,
  lossScale: Operand,
): Passes {
  return ops.tidy(() => {
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
  });
}

function split(ops: Ops, { features, targets }: DeviceRows, count: number): readonly DeviceRows[] {
  const parts = (x: Tensor) => {
    const rows = at(x.shape, 0, 'axis');
    return ops.unstack(ops.reshape(x, [count, rows / count, ...x.shape.slice(1)]));
  };
  const goals = parts(targets);
  return parts(features).map((part, index) => ({
    features: part,
    targets: at(goals, index, 'micro-batch'),
  }));
}

/** Combines what stands at the same place in every list. */
function together(
  lists: readonly (readonly Tensor[])[],
  combine: (tensors: readonly Tensor[]) => Tensor,
): readonly Tensor[] {
  return at(lists, 0, 'micro-batch').map((_, index) =>
    combine(lists.map((list) => at(list, index, 'layer of a micro-batch'))),
  );
}
