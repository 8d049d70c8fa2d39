import { at } from '../base/at';
import type { Language } from '../base/localized';
import { outputSlopeCode } from '../catalog/activations/code';
import type { Code, Framework } from '../catalog/code';
import { datasets } from '../catalog/datasets';
import { type Entry, entryOf } from '../catalog/entry';
import { initializers } from '../catalog/initializers';
import { normalizations } from '../catalog/normalizations';
import { residualCode } from '../catalog/residuals/code';
import { safeguards } from '../catalog/safeguards';
import { updateCode } from '../catalog/safeguards/code';
import { planOf } from '../engine/plan';
import type { Experiment } from '../experiment/schema';
import { codeOfOption, codeOfSafeguard } from './snippets';

/** What a script is put together from: the code of everything in force in one framework. */
export interface ScriptPlan {
  /** What has code of its own, by name and paper, in the language of the script. */
  readonly titles: Readonly<Record<Titled, string>>;
  readonly widths: readonly number[];
  /** Number of classes, or null where targets are real. */
  readonly classes: number | null;
  readonly standardizesTargets: boolean;
  readonly dataset: string;
  readonly initializer: string;
  readonly activation: string;
  /** Its slope, where it is taken from a rounded output; '' elsewhere. */
  readonly slope: string;
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
  readonly transformations: readonly {
    readonly id: string;
    readonly code: string;
    readonly title: string;
  }[];
  readonly optimizer: string;
  /** The factors of the learning rate. */
  readonly rates: readonly string[];
  /** Conditions under which a layer moves, and what is added to the change of a weight. */
  readonly moves: readonly string[];
  readonly added: readonly string[];
  /** The condition under which a step is not dropped; '' where none is. */
  readonly made: string;
}

type Titled = 'activation' | 'dataset' | 'initializer' | 'normalization' | 'loss' | 'optimizer';

/** An entry's name and the paper it comes from. */
function titleOf({ name, source }: Entry, language: Language): string {
  return source ? `${name[language]} (${source.authors}, ${source.year})` : name[language];
}

/** Looks up the code of everything in force in an experiment; throws where there is none (`withoutCode`). */
export function scriptPlanOf(
  experiment: Experiment,
  framework: Framework,
  language: Language,
): ScriptPlan {
  const plan = planOf(experiment);
  const of = (code: Code) => code[framework];
  const option = (setting: Parameters<typeof codeOfOption>[0], id: string = experiment[setting]) =>
    of(codeOfOption(setting, id));
  const safeguard = (...which: Parameters<typeof codeOfSafeguard>) => of(codeOfSafeguard(...which));
  const factors = at(residualCode, experiment.residual, 'code of residual');
  const updates = plan.adjustments.map(({ id }) => at(updateCode, id, 'code of safeguard'));
  const format = option('numberFormat');
  /** Without a format that rounds, gradients pass as they are. */
  const plain = (text: string) =>
    format ? text : text.replace(/\brounded_?[bB]ack\(([\w.]+)\)/g, '$1');
  const schedule = option('schedule');
  const title = (entry: Entry) => titleOf(entry, language);
  return {
    titles: {
      activation: title(plan.activation),
      dataset: title(entryOf(datasets, experiment.dataset)),
      initializer: title(entryOf(initializers, experiment.initializer)),
      normalization: title(entryOf(normalizations, experiment.normalization)),
      loss: title(plan.loss),
      optimizer: title(plan.optimizer),
    },
    widths: plan.widths,
    classes: plan.task.kind === 'classification' ? plan.task.classes : null,
    standardizesTargets: experiment.standardizeTargets,
    dataset: option('dataset'),
    initializer: option('initializer'),
    activation: option('activation'),
    slope: format && (outputSlopeCode[experiment.activation]?.[framework] ?? ''),
    normalization: plain(option('normalization')),
    normalizes: plan.method ? 'preactivation' : plan.reparameterization ? 'weight' : null,
    bias: plan.method?.bias ?? true,
    skip: of(factors.skip) ? { skip: of(factors.skip), branch: of(factors.branch) } : null,
    loss: option('loss'),
    microBatches: experiment.gradientAccumulation ? safeguard('loop', 'gradientAccumulation') : '',
    format,
    lossScaling: option('lossScaling', plan.lossScaling.id),
    follows: plan.lossScaling.follow !== undefined,
    penalties: plan.penalties.map(({ id }) => safeguard('loss', id)),
    transformations: plan.transformations.map(({ id }) => ({
      id,
      code: safeguard('gradient', id),
      title: titleOf(entryOf(safeguards, id), language),
    })),
    optimizer: option('optimizer'),
    rates: [
      ...(schedule ? [schedule] : []),
      ...(experiment.warmUp ? [safeguard('rate', 'warmUp')] : []),
    ],
    moves: updates.flatMap((update) => ('moves' in update ? [of(update.moves)] : [])),
    added: updates.flatMap((update) => ('added' in update ? [of(update.added)] : [])),
    made: updates.map((update) => ('made' in update ? of(update.made) : '')).join(''),
  };
}
