import type { Place } from '../base/place';
import type { LayerMeasure } from '../history/measures';

/** The measures that a log may hold of a layer, in the order of a script's columns; `history/measures` says what each is. */
export const loggable = [
  'gradH',
  'gradZ',
  'gradW',
  'gradB',
  'weight',
  'update',
  'actRms',
] as const satisfies readonly LayerMeasure[];

/** A measure that a log may hold of a layer. */
export type Loggable = (typeof loggable)[number];

/** What is wrong at a place of a file. */
export interface Fault extends Place {
  readonly kind: 'badStep' | 'badNumber' | 'negative' | 'ragged' | 'notJson' | 'notAnObject';
  readonly file: string;
  readonly text: string;
}

/** Most faults that are told one by one. */
const mostTold = 5;

/** Faults of all files of a log: the first few, and how many there are. */
export interface Faults {
  readonly told: readonly Fault[];
  readonly count: number;
  /** Adds one; its place is looked for only where it is told. */
  add(fault: Omit<Fault, keyof Place>, place: () => Place): void;
}

/** Collects faults. */
export function collectFaults(): Faults {
  const told: Fault[] = [];
  let count = 0;
  return {
    told,
    get count() {
      return count;
    },
    add(fault, place) {
      count += 1;
      if (told.length < mostTold) told.push({ ...fault, ...place() });
    },
  };
}
