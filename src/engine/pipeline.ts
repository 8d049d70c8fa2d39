import type { OptimizerUpdate } from '../catalog/safeguards/safeguard';
import type { Ops, Tensor } from '../ops/ops';
import type { Stacks } from '../ops/parameters';
import type { Plan } from './plan';
import type { Weights } from './weights';

/** What a stage of the pipeline made of the gradients, by the id of what acts there. */
export interface Stage {
  readonly id: string;
  /** The norms of every stack that it made. */
  readonly norms: readonly Tensor[];
  /** Share of the components or units that it limited, where it limits each alone. */
  readonly share?: Tensor;
}

/** What a step's gradients became on their way to the parameters. */
export interface Processed {
  /** The stage that made the gradients which the optimizer got; null where it got the raw ones. */
  readonly lastBefore: Stage | null;
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
  const normsOf = (stacks: Stacks) => stacks.map((stack) => ops.norms(stack));
  let gradients = raw;
  for (const { id, init, update } of plan.transformations) {
    const made = ops.tidy(() => {
      const before = weights.safeguards[id] ?? init(ops, weights.parameters);
      return update(ops, gradients, before, context);
    });
    const { share } = made;
    safeguards[id] = made.state;
    freeReplaced(ops, gradients, [raw, made.gradients, ...made.state]);
    gradients = made.gradients;
    stages.push({ id, norms: normsOf(gradients), ...(share && { share }) });
  }
  const lastBefore = stages.at(-1) ?? null;
  const last = ops.tidy(() => optimizer.update(ops, gradients, weights.optimizer, context));
  freeReplaced(ops, gradients, [raw, last.gradients, ...last.state]);
  let made: OptimizerUpdate = {
    changes: last.gradients,
    state: last.state,
    before: weights.optimizer,
    raw,
  };
  stages.push({ id: 'optimizer', norms: normsOf(made.changes) });
  for (const { id, adjust } of plan.adjustments) {
    const before = made;
    made = ops.tidy(() => adjust(ops, before, context));
    freeReplaced(ops, [before.changes, before.state].flat(2), [
      ...[raw, ...weights.optimizer, ...Object.values(safeguards).flat()],
      ...[made.changes, ...made.state],
    ]);
    stages.push({ id, norms: normsOf(made.changes) });
  }
  const { changes, state } = made;
  return { lastBefore, changes, stages, optimizer: state, safeguards, learningRate };
}

/** Frees what a stage was given, but what is in use elsewhere: a stage may hand on what it does not change. */
function freeReplaced(ops: Ops, given: Stacks, inUse: readonly Stacks[]): void {
  const kept = new Set(inUse.flat());
  ops.dispose(given.filter((stack) => !kept.has(stack)));
}

/** The ids of the stages that a step's gradients pass under a plan, in order. */
export function stagesOf({ transformations, adjustments }: Plan): readonly string[] {
  return [...transformations, { id: 'optimizer' }, ...adjustments].map(({ id }) => id);
}
