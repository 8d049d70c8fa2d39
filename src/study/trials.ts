import type { Fields } from '../base/field';
import { geometricMean } from '../base/geometricMean';
import { median } from '../base/median';
import type { Experiment } from '../experiment/schema';
import { leastSkill } from '../history/outcome';
import type { Pool, Tried } from './pool';
import { untreated, type Variant, variantsOf } from './variants';

/** What can be chosen of trials. */
export const trialFields = {
  steps: {
    kind: 'number',
    label: { en: 'Steps', 'zh-CN': '步数' },
    change: 'view',
    default: 300,
    min: 1,
    max: 10_000,
    scale: 'log',
    integer: true,
  },
  seeds: {
    kind: 'number',
    label: { en: 'Seeds', 'zh-CN': '种子数' },
    help: {
      en: 'Trainings per safeguard, each with data and weights of its own; all safeguards get the same.',
      'zh-CN': '每种防护的训练次数，每次数据与权重不同；所有防护使用相同的种子。',
    },
    change: 'view',
    default: 3,
    min: 1,
    max: 10,
    scale: 'linear',
    integer: true,
  },
} as const satisfies Fields;

/** How long and how often each variant is trained. */
export interface TrialPlan {
  readonly experiment: Experiment;
  readonly steps: number;
  /** Seeds from the experiment's own on; every variant gets the same. */
  readonly seeds: number;
}

/** A variant and how its trainings went, one per seed; null while it is not known, or the error. */
export interface TrialRow {
  readonly variant: Variant;
  readonly results: readonly (Tried | Error | null)[];
}

/** The rows of a plan before anything is known. */
export function rowsOf({ experiment, seeds }: TrialPlan): readonly TrialRow[] {
  return variantsOf(experiment).map((variant) => ({
    variant,
    results: Array.from({ length: seeds }, () => null),
  }));
}

/** Whether every training is known: none waits, none was lost. */
export function isWhole(rows: readonly TrialRow[]): boolean {
  return rows.every(({ results }) => results.every(isTried));
}

/**
 * Trains what the rows do not know yet or have lost, seed by seed, so that every row has a first result early, and
 * reports each result. Resolves when all are done; rejects with the signal's reason when called off.
 */
export async function runTrials(
  pool: Pool,
  { steps }: TrialPlan,
  rows: readonly TrialRow[],
  signal: AbortSignal,
  report: (row: number, seed: number, result: Tried | Error) => void,
): Promise<void> {
  const seeds = Math.max(...rows.map(({ results }) => results.length));
  const tasks = Array.from({ length: seeds }, (_, seed) =>
    rows.map(async ({ variant: { experiment }, results }, row) => {
      if (isTried(results[seed])) return;
      const task = { experiment: inBackground(experiment, seed), steps };
      const result = await pool.run(task, signal).catch((error: unknown) => {
        signal.throwIfAborted();
        return error instanceof Error ? error : new Error(String(error));
      });
      report(row, seed, result);
    }),
  );
  await Promise.all(tasks.flat());
}

/** The experiment of another seed, on the backend that leaves the graphics processor to the page. */
export function inBackground(experiment: Experiment, seed = 0): Experiment {
  return { ...experiment, seed: experiment.seed + seed, backend: 'wasm' };
}

/** What a variant's trainings say together; null while there is no result. */
export interface TrialSummary {
  /** Trainings that were summed up, and how many of them stayed finite to the end. */
  readonly known: number;
  readonly finite: number;
  /** The first step at which one was not finite. */
  readonly nonFiniteAt: number | null;
  /** Norm of the gradient at step 0: geometric mean over seeds. */
  readonly gradient: number;
  /** The same over that of the untreated training of the same seed; NaN where that is not known, or 0. */
  readonly ratio: number;
  /** Medians over the trainings that stayed finite; NaN where none did. */
  readonly loss: number;
  readonly accuracy: number;
  readonly skill: number;
  /** Milliseconds per step, median. */
  readonly pace: number;
  readonly verdict: TrialVerdict;
}

/**
 * What can become of a variant, the worst first: whether it stays finite, and if so, whether it learns. Stuck is one that
 * skips every step, for its loss is not finite.
 */
export const trialVerdicts = [
  'nonFinite',
  'sometimesNonFinite',
  'stuck',
  'chance',
  'learns',
] as const;

/** What became of a variant. */
export type TrialVerdict = (typeof trialVerdicts)[number];

/** Sums up a row; the untreated row gives the gradients to compare with. */
export function summaryOf(row: TrialRow, rows: readonly TrialRow[]): TrialSummary | null {
  const results = row.results.filter(isTried);
  if (results.length === 0) return null;
  const reference = rows.find(({ variant }) => variant.id === untreated);
  const ratios = row.results.flatMap((result, seed) => {
    const other = reference?.results[seed];
    return isTried(result) && isTried(other) && other.outcome.gradient !== 0
      ? [result.outcome.gradient / other.outcome.gradient]
      : [];
  });
  const outcomes = results.map(({ outcome }) => outcome);
  const finite = outcomes.filter(({ nonFinite }) => nonFinite === null);
  const skills = finite.map((outcome) => outcome.skill);
  const lost = outcomes.flatMap(({ nonFinite }) => (nonFinite ? [nonFinite.step] : []));
  return {
    known: outcomes.length,
    finite: finite.length,
    nonFiniteAt: lost.length > 0 ? Math.min(...lost) : null,
    gradient: geometricMean(outcomes.map(({ gradient }) => gradient)),
    ratio: geometricMean(ratios),
    loss: median(finite.map((outcome) => outcome.loss)),
    accuracy: median(finite.map((outcome) => outcome.accuracy)),
    skill: median(skills),
    pace: median(results.map(({ pace }) => pace).filter((pace) => !Number.isNaN(pace))),
    verdict: verdictOf(skills, outcomes.length),
  };
}

/** `skills` of the trainings that were never stopped, of all that are `known`. */
function verdictOf(skills: readonly number[], known: number): TrialVerdict {
  if (skills.length === 0) return 'nonFinite';
  if (skills.length < known) return 'sometimesNonFinite';
  if (skills.some(Number.isNaN)) return 'stuck';
  return median(skills) >= leastSkill ? 'learns' : 'chance';
}

/** Whether a training is known: neither waiting nor lost. */
export function isTried(result: Tried | Error | null | undefined): result is Tried {
  return result !== null && result !== undefined && !(result instanceof Error);
}
