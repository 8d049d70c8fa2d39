import Papa from 'papaparse';
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
        isTaken = isLog(meanings);
        if (!isTaken) parser.abort();
        return;
      }
      if (data.length !== meanings.length) {
        const column = Math.min(data.length, meanings.length) + 1;
        into.fault({ kind: 'ragged', file, line: own, column, text: String(data.length) });
        return;
      }
      const fields = meanings.map((meaning, index) => ({
        meaning,
        value: data[index],
        column: index + 1,
      }));
      takeRow(fields, { file, line: own }, into);
    },
  });
  return isTaken && meanings !== null;
}

/** TensorBoard's table holds the values of the one tag that its file is called after. */
function headerOf(names: readonly string[], file: string): readonly Meaning[] {
  const meaning = createMeanings();
  const [first = '', second = '', third = ''] = names.map((name) => name.trim().toLowerCase());
  if (first !== 'wall time' || second !== 'step' || third !== 'value') return names.map(meaning);
  const tag = meaning(tagOf(file));
  const parameter = { kind: 'parameter', parameter: tagOf(file) } as const;
  const isNorm = tag.kind === 'parameter' || tag.kind === 'loss';
  return [{ kind: 'other' }, { kind: 'step' }, isNorm ? tag : parameter];
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce(
    (sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0),
    0,
  );
}
