import Papa from 'papaparse';
import { breaksIn } from '../base/place';
import type { Collector } from './entries';
import { createMeanings, isLog, takeRow } from './fields';
import { type Meaning, tagOf } from './names';

/** Takes a CSV log; false where its header is not that of one. */
export function takeTable(text: string, file: string, into: Collector): boolean {
  let meanings: readonly Meaning[] | null = null;
  let isTaken = true;
  let line = 1;
  Papa.parse<string[]>(text, {
    step({ data }, parser) {
      const own = line;
      line += 1 + breaksIn(data);
      if (data.every((cell) => cell.trim() === '')) return;
      if (!meanings) {
        meanings = headerOf(data, file);
        isTaken = isLog(meanings) || isLossAlone(meanings);
        if (!isTaken) parser.abort();
        return;
      }
      if (data.length !== meanings.length) {
        const column = Math.min(data.length, meanings.length) + 1;
        const text = String(data.length);
        into.fault({ kind: 'ragged', file, text }, () => ({ line: own, column }));
        return;
      }
      const fields = meanings.map((meaning, index) => ({
        meaning,
        value: data[index],
      }));
      const placeOf = (index: number) => ({ line: own, column: index + 1 });
      takeRow(fields, { file, placeOf }, into);
    },
  });
  return isTaken && meanings !== null;
}

/** Whether a table holds the losses of a training whose gradients stand in other files. */
function isLossAlone(meanings: readonly Meaning[]): boolean {
  return ['step', 'loss'].every((kind) => meanings.some((meaning) => meaning.kind === kind));
}

/** TensorBoard's table holds the values of the one tag that its file is called after. */
function headerOf(names: readonly string[], file: string): readonly Meaning[] {
  const meaning = createMeanings();
  const [first = '', second = '', third = ''] = names.map((name) => name.trim().toLowerCase());
  if (first !== 'wall time' || second !== 'step' || third !== 'value') return names.map(meaning);
  return [{ kind: 'other' }, { kind: 'step' }, meaning(tagOf(file))];
}
