import type { Localized } from '../../base/localized';
import type { Source } from '../../catalog/entry';

/** A term of the field: what it means in a sentence or two. */
export interface Word {
  readonly term: Localized;
  readonly text: Localized;
  /** In TeX. */
  readonly formula?: string;
  /** Where the term or the result is from. */
  readonly source?: Source;
}
