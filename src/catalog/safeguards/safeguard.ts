import type { Change, Fields, Values } from '../../base/field';
import type { Localized } from '../../base/localized';
import type { Ops, Tensor } from '../../ops/ops';
import type { GradientTransformation, Stacks, TransformContext } from '../../ops/parameters';
import type { Entry } from '../entry';

/** A safeguard, tagged by the stage of a step where it acts; its id is its switch. */
interface Switched<Id extends string, F extends Fields> extends Entry<Id, F> {
  /** What switching it does to a run. */
  readonly change: Change;
  readonly evidence: Localized;
}

/** A penalty on the weights, added to the data loss; its gradient is part of the raw gradient. */
export interface LossSafeguard<Id extends string = string, F extends Fields = Fields>
  extends Switched<Id, F> {
  readonly stage: 'loss';
  /** The penalty `[]` of one weight tensor, of any shape. */
  penalty(ops: Ops, weight: Tensor, settings: Values<F>): Tensor;
  /** Its gradient, in the shape of the weight. */
  gradient(ops: Ops, weight: Tensor, settings: Values<F>): Tensor;
}

/** A way to run a batch through the network; what it does is the engine's. */
export interface LoopSafeguard<Id extends string = string, F extends Fields = Fields>
  extends Switched<Id, F> {
  readonly stage: 'loop';
}

/** A factor of the learning rate. */
export interface RateSafeguard<Id extends string = string, F extends Fields = Fields>
  extends Switched<Id, F> {
  readonly stage: 'rate';
  /** The factor at a step, 0 at the first. */
  factor(step: number, settings: Values<F>): number;
}

/** A transformation of the gradient between backward pass and optimizer, in the order of the list. */
export interface GradientSafeguard<Id extends string = string, F extends Fields = Fields>
  extends Switched<Id, F>,
    GradientTransformation<Values<F>> {
  readonly stage: 'gradient';
}

/** What the optimizer made of a gradient. */
export interface OptimizerUpdate {
  /** `Δθ`. */
  readonly changes: Stacks;
  /** The optimizer's state after the step, and as it was before. */
  readonly state: readonly Stacks[];
  readonly before: readonly Stacks[];
  /** The raw gradient that led here. */
  readonly raw: Stacks;
}

/** An adjustment of the optimizer's update, in the order of the list. */
export interface UpdateSafeguard<Id extends string = string, F extends Fields = Fields>
  extends Switched<Id, F> {
  readonly stage: 'update';
  adjust(
    ops: Ops,
    update: OptimizerUpdate,
    context: TransformContext<Values<F> & { readonly learningRate: number }>,
  ): OptimizerUpdate;
}

type Declared<S> = Omit<S, 'stage' | 'change'>;

/** Declares a safeguard on the loss, keeping the types of its id and fields. */
export function lossSafeguard<const Id extends string, const F extends Fields>(
  entry: Declared<LossSafeguard<Id, F>>,
): LossSafeguard<Id, F> {
  return { stage: 'loss', change: 'live', ...entry };
}

/** Declares a safeguard on the training loop, keeping the types of its id and fields. */
export function loopSafeguard<const Id extends string, const F extends Fields>(
  entry: Declared<LoopSafeguard<Id, F>>,
): LoopSafeguard<Id, F> {
  return { stage: 'loop', change: 'restart', ...entry };
}

/** Declares a safeguard on the learning rate, keeping the types of its id and fields. */
export function rateSafeguard<const Id extends string, const F extends Fields>(
  entry: Declared<RateSafeguard<Id, F>>,
): RateSafeguard<Id, F> {
  return { stage: 'rate', change: 'live', ...entry };
}

/** Declares a safeguard on the gradient, keeping the types of its id and fields. */
export function gradientSafeguard<const Id extends string, const F extends Fields>(
  entry: Declared<GradientSafeguard<Id, F>>,
): GradientSafeguard<Id, F> {
  return { stage: 'gradient', change: 'live', ...entry };
}

/** Declares a safeguard on the update, keeping the types of its id and fields. */
export function updateSafeguard<const Id extends string, const F extends Fields>(
  entry: Declared<UpdateSafeguard<Id, F>>,
): UpdateSafeguard<Id, F> {
  return { stage: 'update', change: 'live', ...entry };
}
