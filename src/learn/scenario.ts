import type { Localized } from '../base/localized';
import { once } from '../base/once';
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

/** Declares a scenario by the settings in which it differs from the default experiment; asking for it throws if they are not legal. */
export function scenario({
  settings,
  ...rest
}: Omit<Scenario, 'experiment'> & { readonly settings: Partial<Experiment> }): Scenario {
  const experiment = once(() => {
    const asked = experimentOf(settings);
    if (asked.refusals.length > 0) throw new RangeError(`${rest.id}: its settings are not legal.`);
    return asked.experiment;
  });
  return {
    ...rest,
    get experiment() {
      return experiment();
    },
  };
}
