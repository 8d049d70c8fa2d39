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
  readonly kind:
    | 'badStep'
    | 'badNumber'
    | 'badLayer'
    | 'negative'
    | 'ragged'
    | 'notJson'
    | 'notAnObject';
  readonly file: string;
  readonly text: string;
}

/** Takes what a log says, in any order. */
export interface Collector {
  /** A norm of a layer, by its number, or of a parameter, by its name. */
  norm(step: number, layer: number | string, measure: Loggable, value: number): void;
  loss(step: number, value: number): void;
  /** What is wrong; its place is looked for only where it is told. */
  fault(fault: Omit<Fault, keyof Place>, place: () => Place): void;
}

/** Most faults that are told one by one. */
const mostTold = 5;

/** A norm as it was collected. */
export interface Entry {
  readonly step: number;
  readonly layer: number | string;
  readonly measure: Loggable;
  readonly value: number;
}

/** Everything that was collected. */
export interface Collected {
  readonly entries: Entry[];
  readonly losses: Map<number, number>;
  readonly faults: Fault[];
  faultCount: number;
}

/** An empty collection, and what fills it. */
export function collect(): Collected & { readonly into: Collector } {
  const collected: Collected = { entries: [], losses: new Map(), faults: [], faultCount: 0 };
  return Object.assign(collected, {
    into: {
      norm(step, layer, measure, value) {
        collected.entries.push({ step, layer, measure, value });
      },
      loss(step, value) {
        collected.losses.set(step, value);
      },
      fault(fault, place) {
        collected.faultCount += 1;
        if (collected.faults.length < mostTold) collected.faults.push({ ...fault, ...place() });
      },
    } satisfies Collector,
  });
}
