import Papa, { type ParseError } from 'papaparse';
import { breaksIn, type Place } from '../base/place';
import { cellNumber } from '../base/plainNumber';
import { mostColumns, mostRows } from './limits';

/** What is wrong with a file as a whole: it is not taken. The `limit` of `fileTooLarge` is in MB. */
export type SheetProblem =
  | { readonly kind: 'empty' | 'noNumbers' | 'binary' }
  | { readonly kind: 'fileTooLarge'; readonly limit: number }
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
  const { rows, delimiter, openQuote } = rowsOf(text.replace(/^\uFEFF/, ''));
  if (openQuote) return { kind: 'openQuote', ...openQuote };
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
  const header = isHeader(first, rows.slice(1));
  const body = header ? rows.slice(1) : rows;
  const beyond = body[mostRows];
  if (beyond) return { kind: 'tooManyRows', limit: mostRows, line: beyond.line, column: 1 };
  const names = first.cells.map((cell, index) => (header && cell.trim()) || `#${index + 1}`);
  const columns = names.map((name, index) => columnOf(name, index, body));
  if (body.length === 0) return { kind: 'empty' };
  if (columns.every(({ words }) => words)) return { kind: 'noNumbers' };
  return { delimiter, header, rows: body.length, columns };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows with the lines they begin at, without empty ones, up to the first too many. A quoted cell may go over lines. */
function rowsOf(text: string) {
  const rows: Row[] = [];
  let line = 1;
  let delimiter = ',';
  let openQuote: Place | null = null;
  Papa.parse<string[]>(text, {
    step({ data: cells, errors, meta }, parser) {
      delimiter = meta.delimiter;
      if (errors.some(isOfQuotes)) {
        openQuote = { line, column: cells.length };
        parser.abort();
      }
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
      if (rows.length > mostRows + 1) parser.abort();
      line += 1 + breaksIn(cells);
    },
  });
  return { rows, delimiter, openQuote: openQuote as Place | null };
}

function isOfQuotes({ type }: ParseError): boolean {
  return type === 'Quotes';
}

/** Whether the first row names the columns: it is all words, or has a word where there are numbers below. */
function isHeader({ cells }: Row, below: readonly Row[]): boolean {
  const isWord = (cell: string) => Number.isNaN(cellNumber(cell));
  const heads = (cell: string, index: number) =>
    isWord(cell) && !isMissing(cell.trim()) && columnOf('', index, below).words === null;
  return cells.every(isWord) || cells.some(heads);
}

function columnOf(name: string, index: number, rows: readonly Row[]): Column {
  const cells = rows.map((row) => (row.cells[index] ?? '').trim());
  const numbers = Float64Array.from(cells, cellNumber);
  const place = (row: number): Place => ({ line: rows[row]?.line ?? 0, column: index + 1 });
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

function isMissing(cell: string): boolean {
  return missingWords.has(cell.toLowerCase());
}
