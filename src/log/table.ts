import type { Place } from '../base/place';
import type { Fault, Faults } from './entries';
import { type Meaning, meaningOf } from './meaning';
import { gap, readCount, readNumber } from './numbers';

/** A column of a table: float64 by row, `gap` where a row has no value; of words, their numbers in `words`. */
export interface Column {
  readonly name: string;
  readonly meaning: Meaning;
  numbers: Float64Array;
  /** The different words, where the column names something; null where it measures. */
  readonly words: string[] | null;
  readonly wordNumbers: Map<string, number>;
  /** Rows that have a value. */
  count: number;
  /** Values that are histograms, not numbers. */
  histograms: number;
}

/** What every format reads a file into: named columns of numbers, without an object for each. */
export interface Table {
  readonly file: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  column(name: string, meaning?: Meaning): Column;
  /** Begins a row; values are put into the last one begun. */
  begin(): void;
  putNumber(column: Column, value: number): void;
  /** Puts text or a JSON value; what is no number is a fault where one is expected. */
  put(column: Column, value: unknown, place: () => Place): void;
  fault(kind: Fault['kind'], text: string, place: () => Place): void;
}

/** The first rows that a column has room for. */
const firstRoom = 64;

/** Makes an empty table of a file. */
export function createTable(file: string, faults: Faults): Table {
  const columns: Column[] = [];
  const byName = new Map<string, Column>();
  let rows = 0;

  const putNumber = (column: Column, value: number) => {
    const at = rows - 1;
    if (at >= column.numbers.length) grow(column, at);
    column.numbers[at] = value;
    column.count += 1;
  };
  const fault: Table['fault'] = (kind, text, place) =>
    faults.add({ kind, file, text: text.slice(0, 40) }, place);

  return {
    file,
    columns,
    get rows() {
      return rows;
    },
    column(name, meaning) {
      const known = byName.get(name);
      if (known) return known;
      const own = meaning ?? meaningOf(name);
      const column: Column = {
        name,
        meaning: own,
        numbers: new Float64Array(firstRoom).fill(gap),
        words: isNaming(own) ? [] : null,
        wordNumbers: new Map(),
        count: 0,
        histograms: 0,
      };
      byName.set(name, column);
      columns.push(column);
      return column;
    },
    begin() {
      rows += 1;
    },
    putNumber,
    put(column, value, place) {
      if (column.words) {
        const word = value === null || value === undefined ? '' : String(value).trim();
        if (word === '' || typeof value === 'object') return;
        putNumber(column, wordNumber(column, column.words, word));
        return;
      }
      const { kind } = column.meaning;
      const read = readNumber(value);
      if (read === null) return;
      if (kind === 'step' && readCount(read) === undefined) fault('badStep', String(value), place);
      else if (read === undefined) {
        if (isMeasuring(column.meaning)) fault('badNumber', String(value), place);
      } else if (kind === 'measure' && read < 0) fault('negative', String(value), place);
      else putNumber(column, read);
    },
    fault,
  };
}

/** Gives the value of a column in a row; `gap` where there is none. */
export function valueAt({ numbers }: Column, row: number): number {
  return numbers[row] ?? gap;
}

/** Gives the word of a naming column in a row. */
export function wordAt(column: Column, row: number): string | undefined {
  return column.words?.[valueAt(column, row)];
}

function grow(column: Column, at: number): void {
  const larger = new Float64Array(Math.max(2 * column.numbers.length, at + 1)).fill(gap);
  larger.set(column.numbers);
  column.numbers = larger;
}

function wordNumber({ wordNumbers }: Column, words: string[], word: string): number {
  const known = wordNumbers.get(word);
  if (known !== undefined) return known;
  words.push(word);
  wordNumbers.set(word, words.length - 1);
  return words.length - 1;
}

function isNaming({ kind }: Meaning): boolean {
  return kind === 'layer' || kind === 'name' || kind === 'part' || kind === 'run';
}

/** Tests whether anything but a number is a fault in a column. */
function isMeasuring({ kind }: Meaning): boolean {
  return kind !== 'other' && kind !== 'epoch' && kind !== 'batch';
}
