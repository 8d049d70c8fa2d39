import { entryBehind, ownersOf } from '../../experiment/choices';
import { fieldOf, type Key, keys } from '../../experiment/schema';
import { isWord, type WordId } from './ids';

/** The word of the glossary behind the label of every setting. */
export const wordOfSetting = Object.fromEntries(
  keys.map((key) => [key, wordBehind(key)]),
) as Readonly<Record<Key, WordId>>;

/**
 * The word that a setting names, or that is called as it is. Else a safeguard's switch has the word of the safeguard, and
 * a setting of an option the word of that option, or of the choice or switch that it belongs to.
 */
function wordBehind(setting: Key): WordId {
  const { glossary } = fieldOf(setting);
  if (glossary !== undefined || isWord(setting)) return word(glossary ?? setting);
  const safeguard = entryBehind(setting, true);
  if (safeguard) return word(safeguard.glossary ?? 'safeguard');
  const owners = ownersOf(setting);
  const named = owners.flatMap(({ entry }) => entry.glossary ?? []);
  const [first] = owners;
  if (named[0] !== undefined) return word(named[0]);
  if (!first) throw new RangeError(`No word of the glossary explains ${setting}.`);
  return wordBehind(first.key);
}

function word(id: string): WordId {
  if (!isWord(id)) throw new RangeError(`The glossary has no word ${id}.`);
  return id;
}
