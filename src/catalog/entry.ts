import type { Fields } from '../base/field';
import type { Localized } from '../base/localized';

/** The paper a definition comes from. */
export interface Source {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
}

/** What everything that can be chosen has: an id, its own texts, its source and its fields. */
export interface Entry<Id extends string = string, F extends Fields = Fields> {
  readonly id: Id;
  readonly name: Localized;
  /** The name as a crowded axis writes it, where it is long. */
  readonly short?: Localized;
  /** How a formula writes it, where that is not its name. */
  readonly symbol?: string;
  /** One or two sentences: what it does and why one would choose it. */
  readonly summary: Localized;
  /** What it does at a step, in one line; its `{name}` places are those of `history/evidence` and the settings. */
  readonly evidence?: Localized;
  readonly source?: Source;
  /** What it computes, in TeX. */
  readonly formula?: string;
  /** The id of the word of the glossary that explains it and its settings; left out, that of its kind. */
  readonly glossary?: string;
  /** Settings that matter only while this entry is chosen. */
  readonly fields: F;
}

/** All fields of a list of entries together. */
export type FieldsOf<List extends readonly Entry[]> = Merge<List[number]['fields']>;

type Merge<U> = (U extends unknown ? (part: U) => void : never) extends (whole: infer I) => void
  ? { readonly [Key in keyof I]: I[Key] }
  : never;

/** Gathers the fields of a list of entries into one record, in the order of the list. */
export function fieldsOf<const List extends readonly Entry[]>(entries: List): FieldsOf<List> {
  return Object.assign({}, ...entries.map((entry) => entry.fields)) as FieldsOf<List>;
}

/** The entry of a list with this id; ids come from checked settings, so it is there. */
export function entryOf<List extends readonly Entry[]>(
  entries: List,
  id: List[number]['id'],
): List[number] {
  const entry = entries.find((candidate) => candidate.id === id);
  if (!entry) throw new RangeError(`No entry is called ${id}.`);
  return entry;
}
