import type { OptimizerUpdate } from '../catalog/safeguards/safeguard';
import type { Ops } from '../ops/ops';
import type { Stacks } from '../ops/parameters';
import type { Plan } from './plan';
import type { Weights } from './weights';

/** What a step's gradients became on their way to the parameters. */
export interface Processed {
  /** The gradients as the optimizer got them. */
  readonly gradients: Stacks;
  /** `Δθ`, the change of the parameters. */
  readonly changes: Stacks;
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
  let gradients = raw;
  for (const { id, init, update } of plan.transformations) {
    const state = weights.safeguards[id] ?? init(ops, weights.parameters);
    const next = update(ops, gradients, state, context);
    gradients = next.gradients;
    safeguards[id] = next.state;
  }
  const last = optimizer.update(ops, gradients, weights.optimizer, context);
  const update = plan.adjustments.reduce<OptimizerUpdate>(
    (made, { adjust }) => adjust(ops, made, context),
    { changes: last.gradients, state: last.state, before: weights.optimizer, raw },
  );
  const { changes, state } = update;
  return { gradients, changes, optimizer: state, safeguards, learningRate };
}
