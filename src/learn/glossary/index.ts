import { data } from './data';
import { gradients } from './gradients';
import type { WordId } from './ids';
import { network } from './network';
import { safeguards } from './safeguards';
import { training } from './training';
import type { Word } from './word';

/** Every word of the glossary, by id. */
export const words: Readonly<Record<WordId, Word>> = {
  ...gradients,
  ...network,
  ...data,
  ...training,
  ...safeguards,
};
