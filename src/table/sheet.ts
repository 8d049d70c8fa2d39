import Papa from 'papaparse';
import { mostColumns, mostRows } from './limits';

/** A place in a file, from 1: lines as an editor counts them, columns as fields of a row. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a file as a whole: it is not taken. */
export type SheetProblem =
  | { readonly kind: 'fileTooLarge' | 'empty' | 'noNumbers' | 'binary' }
  | ({ readonly kind: 'openQuote' } & Place)
  | ({ readonly kind: 'ragged'; readonly expected: number; readonly found: number } & Place)
  | ({ readonly kind: 'tooManyRows'; readonly limit: number } & Place)
  | ({ readonly kind: 'tooManyColumns'; readonly limit: number; readonly found: number } & Place);

/** A column of a sheet. */
export interface Column {
  readonly name: string;
  /** Numbers, NaN where a cell has none. */
  readonly numbers: Float64Array;
  /** The cells as they are, where the column is of words; null where it is of numbers. */
  readonly words: readonly string[] | null;
  readonly missing: number;
  readonly firstMissing: Place | null;
  /** Cells of a column of numbers that hold a word: they count as missing too. */
  readonly strange: number;
  readonly firstStrange: (Place & { readonly text: string }) | null;
}

/** A file's columns. */
export interface Sheet {
  readonly delimiter: string;
  readonly header: boolean;
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** What stands for no value. */
const missingWords = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '?', '-']);

/** Share of numbers from which a column is one of numbers, and its words are faults. */
const mostlyNumbers = 0.8;

/** Reads a CSV text; the delimiter and whether there is a header are found out. */
export function readSheet(text: string): Sheet | SheetProblem {
  if (text.includes('\0')) return { kind: 'binary' };
  const { data, errors, meta } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    preview: mostRows + 2,
    skipEmptyLines: false,
  });
  const rows = linesOf(data);
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote) return { kind: 'openQuote', ...placeIn(data, quote.row ?? 0) };
  const [first] = rows;
  if (!first) return { kind: 'empty' };
  const found = first.cells.length;
  if (found > mostColumns) {
    const limit = mostColumns;
    return { kind: 'tooManyColumns', limit, found, line: first.line, column: limit + 1 };
  }
  const ragged = rows.find(({ cells }) => cells.length !== found);
  if (ragged) {
    const { line, cells } = ragged;
    const column = Math.min(found, cells.length) + 1;
    return { kind: 'ragged', expected: found, found: cells.length, line, column };
  }
  const header = first.cells.every((cell) => Number.isNaN(numberOf(cell)));
  const body = header ? rows.slice(1) : rows;
  const beyond = body[mostRows];
  if (beyond) return { kind: 'tooManyRows', limit: mostRows, line: beyond.line, column: 1 };
  const names = first.cells.map((cell, index) => (header && cell.trim()) || `#${index + 1}`);
  const columns = names.map((name, index) => columnOf(name, index, body));
  if (body.length === 0) return { kind: 'empty' };
  if (columns.every(({ words }) => words)) return { kind: 'noNumbers' };
  return { delimiter: meta.delimiter, header, rows: body.length, columns };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows with the lines they begin at, without empty ones. A quoted cell may go over lines. */
function linesOf(data: readonly (readonly string[])[]): readonly Row[] {
  let line = 1;
  return data.flatMap((cells) => {
    const row = { line, cells };
    line += 1 + breaksIn(cells);
    return cells.every((cell) => cell.trim() === '') ? [] : [row];
  });
}

function placeIn(data: readonly (readonly string[])[], row: number): Place {
  const line = data.slice(0, row).reduce((sum, cells) => sum + 1 + breaksIn(cells), 1);
  return { line, column: data[row]?.length ?? 1 };
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce(
    (sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0),
    0,
  );
}

function columnOf(name: string, index: number, rows: readonly Row[]): Column {
  const cells = rows.map((row) => (row.cells[index] ?? '').trim());
  const numbers = Float64Array.from(cells, numberOf);
  const place = (row: number): Place => ({ line: rows[row]?.line ?? 0, column: index + 1 });
  const isMissing = (cell: string) => missingWords.has(cell.toLowerCase());
  const missing = cells.filter(isMissing).length;
  const isStrange = (cell: string, row: number) => Number.isNaN(numbers[row]) && !isMissing(cell);
  const strange = cells.filter(isStrange).length;
  const present = cells.length - missing;
  const isWords = present === 0 || strange > (1 - mostlyNumbers) * present;
  const firstStrange = isWords ? -1 : cells.findIndex(isStrange);
  const firstMissing = cells.findIndex(isMissing);
  return {
    name,
    numbers,
    words: isWords ? cells.map((cell) => (isMissing(cell) ? '' : cell)) : null,
    missing,
    firstMissing: firstMissing < 0 ? null : place(firstMissing),
    strange: isWords ? 0 : strange,
    firstStrange:
      firstStrange < 0
        ? null
        : { ...place(firstStrange), text: (cells[firstStrange] ?? '').slice(0, 40) },
  };
}

/** A cell as a finite number in float32; NaN for anything else. */
function numberOf(cell: string): number {
  const text = cell.trim();
  const isPlain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
  const value = isPlain ? Number(text) : Number.NaN;
  return Number.isFinite(Math.fround(value)) ? value : Number.NaN;
}
