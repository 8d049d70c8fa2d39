import type { Localized } from '../base/localized';
import { experimentOf } from '../experiment/legality';
import type { Experiment } from '../experiment/schema';
import type { Outcome } from '../history/outcome';
import type { Finding } from './checks';

/** How much of a claim is true. */
export type Judgment = 'right' | 'halfRight' | 'wrong';

/** One short training that tests a claim. */
export interface ClaimRun {
  readonly id: string;
  readonly name: Localized;
  readonly experiment: Experiment;
  readonly steps: number;
}

/** What is known of the runs of a claim, by the run's id. */
export type Outcomes = Readonly<Partial<Record<string, Outcome>>>;

/** What the runs of a claim should show for its verdict to stand. */
export interface Evidence {
  readonly text: Localized;
  /** What was measured, and whether it is as expected; null while a run is not known yet. */
  read(outcomes: Outcomes): Finding | null;
}

/** A paper, and where it is. */
export interface Source {
  readonly name: string;
  readonly url: string;
}

/** Something people say of exploding gradients, and the runs that test it. */
export interface Claim {
  readonly id: string;
  /** As people say it. */
  readonly claim: Localized;
  readonly judgment: Judgment;
  /** The verdict with its conditions. */
  readonly verdict: Localized;
  readonly runs: readonly ClaimRun[];
  readonly evidence: readonly Evidence[];
  readonly source?: Source;
}

/** Declares a run of a claim by the settings in which it differs from the default; throws if they are not legal. */
export function claimRun(
  id: string,
  name: Localized,
  settings: Readonly<Partial<Experiment>>,
  steps: number,
): ClaimRun {
  const { experiment, refusals } = experimentOf(settings);
  if (refusals.length > 0) throw new RangeError(`${id}: its settings are not legal.`);
  return { id, name, experiment, steps };
}
