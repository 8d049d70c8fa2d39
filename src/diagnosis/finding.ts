import type { Localized } from '../base/localized';
import type { Experiment } from '../experiment/schema';
import type { History } from '../history/history';
import type { NonFinite } from '../history/measures';

/** What a diagnosis is made from. */
export interface Evidence {
  /** The settings in force at the record looked at. */
  readonly experiment: Experiment;
  /** The settings now, which a fix changes. */
  readonly current: Experiment;
  readonly history: History;
  /** The record looked at. */
  readonly index: number;
  /** Where the run stopped being finite, if it did. */
  readonly nonFinite: NonFinite | null;
}

/** What fills the `{name}` places of a text: numbers are measured values, for the reader to format. */
export type Places = Readonly<Record<string, number | string | Localized>>;

/** How bad what was found is. */
export type Severity = 'bad' | 'warning' | 'good' | 'info';

/** A change of the experiment that is legal as it stands and was measured to help where it is offered. */
export interface Fix {
  readonly id: string;
  readonly label: Localized;
  readonly why: Localized;
  /** The places of `label` and `why`. */
  readonly places: Places;
  /** Only settings that differ from those now. */
  readonly changes: Readonly<Partial<Experiment>>;
  /** Whether it helps a run only from step 0 on; else it helps the weights as they are. */
  readonly restarts: boolean;
}

/** Something popular that leaves what was found as it is. */
export interface NotHelping {
  readonly name: Localized;
  readonly why: Localized;
  /** Whether it is in force already: nobody needs to be told not to try it. */
  isOn?(experiment: Experiment): boolean;
}

/** What a rule found: a sentence, the numbers behind it, why, and what helps. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Localized;
  /** Lines in numbers. */
  readonly evidence: readonly Localized[];
  /** One sentence. */
  readonly cause: Localized;
  /** The places of `title`, `evidence` and `cause`. */
  readonly places: Places;
  /** Three at most; none where nothing is wrong or nothing was measured to help. */
  readonly fixes: readonly Fix[];
  readonly notHelping: readonly NotHelping[];
}

/** What an experiment's record means: one verdict, and whatever else holds beside it. */
export interface Diagnosis {
  readonly verdict: Finding;
  readonly companions: readonly Finding[];
}

/** One thing that can be found in a record; null where it does not hold. */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  find(evidence: Evidence): Omit<Finding, 'id'> | null;
}

/** Declares a rule, keeping the type of its id. */
export function rule<const Id extends string>(declared: Rule<Id>): Rule<Id> {
  return declared;
}
