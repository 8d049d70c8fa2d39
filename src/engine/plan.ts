import { activations } from '../catalog/activations';
import type { Task } from '../catalog/datasets/dataset';
import { entryOf } from '../catalog/entry';
import { formats } from '../catalog/formats';
import { losses } from '../catalog/losses';
import { lossScalings } from '../catalog/lossScalings';
import { normalizations } from '../catalog/normalizations';
import type { Reparameterization } from '../catalog/normalizations/normalization';
import { optimizers } from '../catalog/optimizers';
import { residuals } from '../catalog/residuals';
import type { ResidualWeights } from '../catalog/residuals/residual';
import { safeguards } from '../catalog/safeguards';
import { schedules } from '../catalog/schedules';
import { taskOf } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { widthsOf } from '../experiment/weights';
import type { Ops, Tensor } from '../ops/ops';
import type { Layout } from '../ops/parameters';
import { layoutOf } from './layout';

type Safeguard = (typeof safeguards)[number];
type At<Stage extends Safeguard['stage']> = Extract<Safeguard, { readonly stage: Stage }>;

/** What a network is made of and how it is trained: an experiment with its choices looked up. */
export interface Plan {
  readonly settings: Experiment;
  readonly task: Task;
  /** Widths from input to output. */
  readonly widths: readonly number[];
  /** Number of weight layers. */
  readonly depth: number;
  readonly layout: Layout;
  /** Rounds activations and gradients to the number format of the network. */
  round(ops: Ops, x: Tensor): Tensor;
  readonly lossScaling: (typeof lossScalings)[number];
  readonly activation: (typeof activations)[number];
  readonly method: Exclude<(typeof normalizations)[number]['method'], undefined> | undefined;
  /** How hidden weights follow from what is trained, where they do not stand for themselves. */
  readonly reparameterization: Reparameterization | undefined;
  readonly loss: (typeof losses)[number];
  readonly penalties: readonly At<'loss'>[];
  /** The gradient's way to the optimizer, in the order of the pipeline. */
  readonly transformations: readonly At<'gradient'>[];
  readonly optimizer: (typeof optimizers)[number];
  /** Factor of the learning rate at a step, from schedule and safeguards together. */
  rateFactor(step: number): number;
  /** What is done to the optimizer's update, in order. */
  readonly adjustments: readonly At<'update'>[];
  /** Whether a step whose gradient or update is not finite is dropped. */
  readonly skipsNonFinite: boolean;
  /** Factors of skip and branch in the hidden layers, where there are skips. */
  readonly residual: ResidualWeights | null;
  /** Parts into which a batch is split, their gradients averaged. */
  readonly microBatches: number;
}

/** Looks up an experiment's choices. Other widths than the experiment's own are for reference cases. */
export function planOf(settings: Experiment, widths = widthsOf(settings)): Plan {
  const { method, reparameterization } = entryOf(normalizations, settings.normalization);
  const format = entryOf(formats, settings.numberFormat);
  const lossScaling = entryOf(lossScalings, format.round ? settings.lossScaling : 'none');
  const skipsNonFinite = settings.skipNonFinite || lossScaling.follow !== undefined;
  const active = safeguards.filter(({ id }) =>
    id === 'skipNonFinite' ? skipsNonFinite : settings[id],
  );
  const rates = active.filter((safeguard) => safeguard.stage === 'rate');
  return {
    settings,
    task: taskOf(settings),
    widths,
    depth: widths.length - 1,
    layout: layoutOf(widths, {
      bias: method?.bias ?? true,
      scale: method !== undefined || reparameterization !== undefined,
      shift: method !== undefined,
    }),
    round: format.round ?? ((_, x) => x),
    lossScaling,
    activation: entryOf(activations, settings.activation),
    method,
    reparameterization,
    loss: entryOf(losses, settings.loss),
    penalties: active.filter((safeguard) => safeguard.stage === 'loss'),
    transformations: active.filter((safeguard) => safeguard.stage === 'gradient'),
    optimizer: entryOf(optimizers, settings.optimizer),
    rateFactor: (step) =>
      [entryOf(schedules, settings.schedule), ...rates].reduce(
        (product, { factor }) => product * factor(step, settings),
        1,
      ),
    adjustments: active.filter((safeguard) => safeguard.stage === 'update'),
    skipsNonFinite,
    residual: entryOf(residuals, settings.residual).weights(widths.length - 1, settings),
    microBatches: settings.gradientAccumulation ? settings.microBatches : 1,
  };
}
