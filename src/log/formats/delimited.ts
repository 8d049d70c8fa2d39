import { type Meaning, meaningOf } from '../meaning';
import { gap, numberInBytes, readNumber } from '../numbers';
import type { Head, Source } from '../source';
import type { Column, Table } from '../table';
import { eachRow, type Row, type Separator } from './cells';
import { type LogFormat, tagOf } from './format';

/** Cells of rows under a header, separated by commas, semicolons, tabs, bars or blanks. */
export const delimited: LogFormat = {
  id: 'delimited',
  looks: (head) => layoutOf(head) !== null,
  read: async (source, table) => {
    const layout = layoutOf(source.head);
    if (layout) await readRows(source, table, layout);
  },
  sample: { name: 'log.csv', content: 'step,name,grad_norm\n0,fc1.weight,2.5\n0,fc2.weight,nan\n' },
};

/** How the cells of a file lie. */
interface Layout {
  readonly separator: Separator;
  /** Lines before the header, or before the first row where none is. */
  readonly skipped: number;
  /** The columns' names where they do not stand in a row of their own. */
  readonly names: readonly string[] | null;
  readonly hasDecimalComma: boolean;
}

const separators: readonly Separator[] = [',', ';', '\t', '|', ' '];

function layoutOf(head: Head): Layout | null {
  const lines = head.text.split(/\r\n|\n|\r/);
  const asked = /^sep=(.)\s*$/i.exec(lines[0] ?? '')?.[1] as Separator | undefined;
  const skipped = lines.findIndex(
    (line, index) => line.trim() !== '' && !(index === 0 && asked) && !line.startsWith('#'),
  );
  const first = lines[skipped];
  if (first === undefined) return null;
  const below = lines
    .slice(skipped + 1)
    .find((line) => line.trim() !== '' && !line.startsWith('#'));
  for (const separator of asked ? [asked] : separators) {
    if (separator === ' ' && isPair(first)) continue;
    const cells = split(first, separator);
    const under = below === undefined ? null : split(below, separator);
    if (cells.length < 2 && (separator !== ' ' || !isNumber(first))) continue;
    if (under && Math.abs(under.length - cells.length) > 1 && separator === ' ') continue;
    if (cells.some(isPair) || cells.some((cell) => cell.length > 200)) continue;
    const hasDecimalComma =
      separator !== ',' && Boolean(under?.some((cell) => /^-?\d+,\d+(e[+-]?\d+)?$/i.test(cell)));
    if (cells.every((cell) => isNumber(cell))) {
      const names = namesAbove(lines.slice(0, skipped), cells.length, separator, head.name);
      return names && { separator, skipped, names, hasDecimalComma };
    }
    const isHeader = cells.filter((cell) => isNumber(cell)).length <= cells.length / 4;
    const isKnown = cells.filter((cell) => meaningOf(cell).kind !== 'other').length >= 2;
    const isOverNumbers =
      under?.some((cell) => cell === '' || isNumber(cell, hasDecimalComma)) ?? false;
    if (isHeader && (isKnown || isOverNumbers)) {
      return { separator, skipped, names: null, hasDecimalComma };
    }
  }
  return null;
}

function split(line: string, separator: Separator): string[] {
  const cells = separator === ' ' ? line.trim().split(/\s+/) : line.split(separator);
  return cells.map((cell) => cell.trim().replace(/^"|"$/g, ''));
}

function isNumber(cell: string, hasDecimalComma = false): boolean {
  return typeof readNumber(hasDecimalComma ? cell.replace(',', '.') : cell) === 'number';
}

/** Tests whether a cell is a key with its value, as in lines of text: `loss: 2.5`, `'loss' = 2.5`, `norm 2.5 (nan)`. */
function isPair(cell: string): boolean {
  const isKeyed = /[\w)\]'"]\s*[:=]\s*[^\s\w]*\d/.test(cell) && !/\w:0$/.test(cell);
  return isKeyed || /[a-z]\s+[-+]?\d+\.\d/i.test(cell) || /^[{[]/.test(cell);
}

/** Names of columns in a comment above, as NumPy writes it; of one column or two, the name of the file. */
function namesAbove(
  above: readonly string[],
  count: number,
  separator: Separator,
  file: string,
): readonly string[] | null {
  const comments = above.toReversed().map((line) => split(line.replace(/^#+\s*/, ''), separator));
  const named = comments.find(
    (cells) => cells.length === count && !cells.some((cell) => isNumber(cell)),
  );
  if (named) return named;
  if (count === 1) return [tagOf(file)];
  return count === 2 ? ['step', tagOf(file)] : null;
}

async function readRows(source: Source, table: Table, layout: Layout): Promise<void> {
  const point = layout.hasDecimalComma ? 44 : 46;
  const decoder = new TextDecoder();
  let columns = null as readonly Column[] | null;
  let firstName = '';
  const textOf = (row: Row, cell: number) => row.text(cell, decoder);

  function takeHeader(names: readonly string[]): void {
    firstName = names[0] ?? '';
    const seen = new Map<string, number>();
    columns = names.map((name, index) => {
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      return table.column(
        times === 0 ? name || `#${index + 1}` : `${name} (${times + 1})`,
        times > 0 ? other : undefined,
      );
    });
  }
  if (layout.names) takeHeader(layout.names);

  await eachRow(source, layout, (row) => {
    if (!columns) {
      const names = Array.from({ length: row.count }, (_, cell) => textOf(row, cell).trim());
      if (names.at(-1) === '') names.pop();
      takeHeader(names);
      return;
    }
    const isTrailed = row.count === columns.length + 1 && textOf(row, columns.length).trim() === '';
    if (row.count !== columns.length && !isTrailed) {
      const column = Math.min(row.count, columns.length) + 1;
      table.fault('ragged', String(row.count), () => ({ line: row.line, column }));
      return;
    }
    if (isHeaderAgain(row)) return;
    table.begin();
    for (let cell = 0; cell < columns.length; cell++) {
      const column = columns[cell] as Column;
      const [from, to] = [row.starts[cell] ?? 0, row.ends[cell] ?? 0];
      if (from >= to) continue;
      const value = column.words ? gap : numberInBytes(row.bytes, from, to, point);
      if (value !== gap && isPlain(column, value)) table.putNumber(column, value);
      else {
        const text = textOf(row, cell);
        const read = layout.hasDecimalComma && !column.words ? text.replace(',', '.') : text;
        table.put(column, read, () => ({ line: row.line, column: cell + 1 }));
      }
    }
  });

  /** A header stands again where a training that went on wrote to the same file. */
  function isHeaderAgain(row: Row): boolean {
    const length = (row.ends[0] ?? 0) - (row.starts[0] ?? 0);
    return firstName !== '' && length === firstName.length && textOf(row, 0) === firstName;
  }
}

const other: Meaning = { kind: 'other' };

/** Tests whether a number may stand in a column without a closer look. */
function isPlain({ meaning: { kind } }: Column, value: number): boolean {
  if (kind === 'measure') return value >= 0;
  return kind !== 'step' || (Number.isSafeInteger(value) && value >= 0);
}
