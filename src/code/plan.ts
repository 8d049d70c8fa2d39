import { activationCode } from '../catalog/activations/code';
import type { Code, Framework } from '../catalog/code';
import { datasetCode } from '../catalog/datasets/code';
import { formatCode } from '../catalog/formats/code';
import { initializerCode } from '../catalog/initializers/code';
import { lossCode } from '../catalog/losses/code';
import { lossScalingCode } from '../catalog/lossScalings/code';
import { normalizationCode } from '../catalog/normalizations/code';
import { optimizerCode } from '../catalog/optimizers/code';
import { residualCode } from '../catalog/residuals/code';
import {
  loopCode,
  lossCode as penaltyCode,
  rateCode,
  transformationCode,
  updateCode,
} from '../catalog/safeguards/code';
import { scheduleCode } from '../catalog/schedules/code';
import { planOf } from '../engine/plan';
import type { Experiment } from '../experiment/schema';

/** What a script is put together from: the code of everything in force in one framework. */
export interface ScriptPlan {
  readonly widths: readonly number[];
  /** Number of classes, or null where targets are real. */
  readonly classes: number | null;
  readonly standardizesTargets: boolean;
  readonly dataset: string;
  readonly initializer: string;
  readonly activation: string;
  readonly normalization: string;
  /** Whether the normalization is of the preactivation, or of the weight. */
  readonly normalizes: 'preactivation' | 'weight' | null;
  /** Whether hidden layers have a bias. */
  readonly bias: boolean;
  readonly skip: { readonly skip: string; readonly branch: string } | null;
  readonly loss: string;
  /** Number of micro-batches; '' for one. */
  readonly microBatches: string;
  readonly format: string;
  readonly lossScaling: string;
  /** Whether the loss scale follows the gradients. */
  readonly follows: boolean;
  readonly penalties: readonly string[];
  readonly transformations: readonly { readonly id: string; readonly code: string }[];
  readonly optimizer: string;
  /** The factors of the learning rate. */
  readonly rates: readonly string[];
  /** Conditions under which a layer moves, and what is added to the change of a weight. */
  readonly moves: readonly string[];
  readonly added: readonly string[];
}

/** Looks up the code of everything in force in an experiment. */
export function scriptPlanOf(experiment: Experiment, framework: Framework): ScriptPlan {
  const plan = planOf(experiment);
  const of = (code: Code) => code[framework];
  const factors = residualCode[experiment.residual];
  const updates = plan.adjustments.map(({ id }) => updateCode[id]);
  const format = of(formatCode[experiment.numberFormat]);
  /** Without a format that rounds, gradients pass as they are. */
  const plain = (text: string) =>
    format ? text : text.replace(/\brounded_?[bB]ack\(([\w.]+)\)/g, '$1');
  const schedule = of(scheduleCode[experiment.schedule]);
  return {
    widths: plan.widths,
    classes: plan.task.kind === 'classification' ? plan.task.classes : null,
    standardizesTargets: experiment.standardizeTargets,
    dataset: of(datasetCode[experiment.dataset]),
    initializer: of(initializerCode[experiment.initializer]),
    activation: of(activationCode[experiment.activation]),
    normalization: plain(of(normalizationCode[experiment.normalization])),
    normalizes: plan.method ? 'preactivation' : plan.reparameterization ? 'weight' : null,
    bias: plan.method?.bias ?? true,
    skip: factors && { skip: of(factors.skip), branch: of(factors.branch) },
    loss: of(lossCode[experiment.loss]),
    microBatches: experiment.gradientAccumulation ? of(loopCode.gradientAccumulation) : '',
    format,
    lossScaling: of(lossScalingCode[plan.lossScaling.id]),
    follows: plan.lossScaling.follow !== undefined,
    penalties: plan.penalties.map(({ id }) => of(penaltyCode[id])),
    transformations: plan.transformations.map(({ id }) => ({
      id,
      code: of(transformationCode[id]),
    })),
    optimizer: of(optimizerCode[experiment.optimizer]),
    rates: [...(schedule ? [schedule] : []), ...(experiment.warmUp ? [of(rateCode.warmUp)] : [])],
    moves: updates.flatMap((update) => ('moves' in update ? [of(update.moves)] : [])),
    added: updates.flatMap((update) => ('added' in update ? [of(update.added)] : [])),
  };
}
