import type { OptimizerUpdate } from '../catalog/safeguards/safeguard';
import type { Ops, Tensor } from '../ops/ops';
import type { Stacks } from '../ops/parameters';
import type { Plan } from './plan';
import type { Weights } from './weights';

/** What a stage of the pipeline made of the gradients, by the id of what acts there. */
export interface Stage {
  readonly id: string;
  readonly result: Stacks;
  /** Share of the components or units that it limited, where it limits each alone. */
  readonly share?: Tensor;
}

/** What a step's gradients became on their way to the parameters. */
export interface Processed {
  /** The gradients as the optimizer got them. */
  readonly gradients: Stacks;
  /** `Δθ`, the change of the parameters. */
  readonly changes: Stacks;
  /** Every stage that acted, the optimizer among them, in order; the last made the change. */
  readonly stages: readonly Stage[];
  readonly optimizer: Weights['optimizer'];
  readonly safeguards: Weights['safeguards'];
  /** The learning rate of this step, after schedule and warm-up. */
  readonly learningRate: number;
}

/**
 * Sends raw gradients through the safeguards in force, in the order of the pipeline, and then
 * through the optimizer and what adjusts its update. A safeguard that comes into force starts with a state of its own.
 */
export function processGradients(
  ops: Ops,
  plan: Plan,
  weights: Weights,
  step: number,
  raw: Stacks,
): Processed {
  const { layout, optimizer } = plan;
  const learningRate = plan.settings.learningRate * plan.rateFactor(step);
  const settings = { ...plan.settings, learningRate };
  const context = { layout, parameters: weights.parameters, step, settings };
  const safeguards: Record<string, readonly Stacks[]> = {};
  const stages: Stage[] = [];
  let gradients = raw;
  for (const { id, init, update } of plan.transformations) {
    const before = weights.safeguards[id] ?? init(ops, weights.parameters);
    const { state, share, ...next } = update(ops, gradients, before, context);
    gradients = next.gradients;
    safeguards[id] = state;
    stages.push({ id, result: gradients, ...(share && { share }) });
  }
  const last = optimizer.update(ops, gradients, weights.optimizer, context);
  let made: OptimizerUpdate = {
    changes: last.gradients,
    state: last.state,
    before: weights.optimizer,
    raw,
  };
  stages.push({ id: 'optimizer', result: made.changes });
  for (const { id, adjust } of plan.adjustments) {
    made = adjust(ops, made, context);
    stages.push({ id, result: made.changes });
  }
  const { changes, state } = made;
  return { gradients, changes, stages, optimizer: state, safeguards, learningRate };
}

/** The ids of the stages that a step's gradients pass under a plan, in order. */
export function stagesOf({ transformations, adjustments }: Plan): readonly string[] {
  return [...transformations, { id: 'optimizer' }, ...adjustments].map(({ id }) => id);
}
