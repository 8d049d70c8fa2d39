import type { Change } from '../base/field';
import { type Experiment, fieldOf, type Key, keys } from './schema';

/** One setting that differs between two experiments. */
export interface Difference {
  readonly key: Key;
  readonly from: Experiment[Key];
  readonly to: Experiment[Key];
}

/** The settings in which two experiments differ, in the order of the schema. */
export function differences(from: Experiment, to: Experiment): readonly Difference[] {
  return keys
    .filter((key) => from[key] !== to[key])
    .map((key) => ({ key, from: from[key], to: to[key] }));
}

/** The strongest effect of a list of differences on a run; `view` if there is none. */
export function effectOf(changes: readonly Difference[]): Change {
  const effects = changes.map(({ key }) => fieldOf(key).change);
  if (effects.includes('restart')) return 'restart';
  return effects.includes('live') ? 'live' : 'view';
}
