import { type Code, type CodeOf, pythonAnd } from '../../code';
import type { safeguards } from '..';
import { gradientCode } from './gradients';
import { layerCode } from './layers';

type Safeguard = (typeof safeguards)[number];
type IdAt<Stage extends Safeguard['stage']> = Extract<Safeguard, { readonly stage: Stage }>['id'];

/** Penalties: the gradient of the penalty of a `weight`, as an expression. */
export const lossCode: CodeOf<IdAt<'loss'>> = {
  l1: {
    torch: 'L1_STRENGTH * weight.sign()',
    keras: 'L1_STRENGTH * ops.sign(weight)',
    tfjs: 'tf.mul(tf.sign(weight), L1_STRENGTH)',
  },
  l2: pythonAnd('2 * L2_STRENGTH * weight', 'tf.mul(weight, 2 * L2_STRENGTH)'),
};

/** Ways to run a batch: the number of equal consecutive micro-batches, as an expression. */
export const loopCode: CodeOf<IdAt<'loop'>> = {
  gradientAccumulation: pythonAnd('MICRO_BATCHES', 'MICRO_BATCHES'),
};

/** Factors of the learning rate at `step`, as expressions. */
export const rateCode: CodeOf<IdAt<'rate'>> = {
  warmUp: pythonAnd(
    'min(1, (step + 1) / WARM_UP_STEPS)',
    'Math.min(1, (step + 1) / WARM_UP_STEPS)',
  ),
};

/** Transformations of the gradients: functions called as the id is, in the language's own way. */
export const transformationCode: CodeOf<IdAt<'gradient'>> = { ...gradientCode, ...layerCode };

/**
 * Adjustments of the update: `moves`, the condition under which the layer at `index` (0 at the first)
 * moves at all, of `step`; `added`, what is added to the change of a `weight`; or `made`, the condition under which the
 * update is made at all, of the `changes` and whether the raw gradient is `finite`.
 */
export const updateCode: CodeOf<
  IdAt<'update'>,
  { readonly moves: Code } | { readonly added: Code } | { readonly made: Code }
> = {
  decoupledWeightDecay: {
    added: pythonAnd('-rate * WEIGHT_DECAY * weight', 'tf.mul(weight, -rate * WEIGHT_DECAY)'),
  },
  blockUpdates: { moves: pythonAnd('index == step % DEPTH', 'index === step % DEPTH') },
  skipNonFinite: {
    made: pythonAnd('finite and is_finite(changes)', 'finite && isFinite(changes)'),
  },
};
