import { differences } from '../../experiment/change';
import { amend, experimentOf } from '../../experiment/legality';
import { type Experiment, isKey } from '../../experiment/schema';
import type { RunEvent } from '../store/run';

type Settings = Readonly<Record<string, unknown>>;

/** Changes of settings as they were stored. */
interface StoredEvent {
  readonly step: number;
  readonly changes: readonly {
    readonly key: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
}

/** A stored run's settings, and the changes made to them, as they are legal here. */
interface LegalSettings {
  readonly experiment: Experiment;
  readonly events: readonly RunEvent[];
  /** The settings in whose place others stand, by key. */
  readonly adjusted: readonly string[];
}

/**
 * Makes the settings of a stored run legal, and those that each change on the way led to. Settings that no longer exist
 * are left out.
 */
export function legalSettings(settings: Settings, stored: readonly StoredEvent[]): LegalSettings {
  const { experiment, refusals } = experimentOf(known(settings));
  const adjusted = new Set<string>(refusals.map(({ key }) => key));
  let current = experiment;
  const events = stored.flatMap(({ step, changes }): RunEvent[] => {
    const wanted = Object.fromEntries(changes.map(({ key, to }) => [key, to]));
    const before = current;
    const next = amend(before, known(wanted));
    for (const { key } of next.refusals) adjusted.add(key);
    current = next.experiment;
    const made = differences(before, current);
    return made.length > 0 ? [{ step, changes: made }] : [];
  });
  return { experiment, events, adjusted: [...adjusted] };
}

function known(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => isKey(key)));
}
