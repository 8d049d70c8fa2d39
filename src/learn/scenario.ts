import type { Localized } from '../base/localized';
import { experimentOf } from '../experiment/legality';
import type { Experiment } from '../experiment/schema';
import type { Check } from './checks';

/** An experiment to open, with what it shows and how to tell. */
export interface Scenario {
  readonly id: string;
  readonly title: Localized;
  /** One sentence: what happens and why. */
  readonly story: Localized;
  readonly experiment: Experiment;
  /** Steps after which every check has its answer; 0 if the initial weights tell. */
  readonly steps: number;
  readonly checks: readonly Check[];
}

/** Declares a scenario by the settings in which it differs from the default experiment; throws if they are not legal. */
export function scenario({
  settings,
  ...rest
}: Omit<Scenario, 'experiment'> & { readonly settings: Partial<Experiment> }): Scenario {
  const { experiment, refusals } = experimentOf(settings);
  if (refusals.length > 0) throw new RangeError(`${rest.id}: its settings are not legal.`);
  return { ...rest, experiment };
}
