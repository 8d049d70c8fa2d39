import { holdTable, type Table } from '../../src/catalog/datasets/tables';
import { choose, guess } from '../../src/table/choose';
import { readSheet } from '../../src/table/sheet';

/** A small random number of two whole ones, between −1 and 1. */
const noise = (a: number, b: number) => Math.sin(12.9898 * a + 78.233 * b);

const rows = Array.from({ length: 90 }, (_, row) => row);

/** CSV files: one of classes with words and what is missing, one of numbers between semicolons. */
export const tableFiles = {
  'flowers.csv': [
    '\uFEFFsepal,petal,"note, if any",width,species',
    ...rows.map((row) => {
      const kind = ['setosa', 'versicolor', 'virginica'][row % 3];
      const petal = row === 7 ? 'NA' : (row % 3) + 0.4 * noise(row, 1);
      return `${(5 + noise(row, 2)).toFixed(3)},${petal},"said ""${row}""",${noise(row, 3)},${kind}`;
    }),
    '',
  ].join('\r\n'),
  'prices.csv': rows
    .map((row) => {
      const [x, y] = [noise(row, 4), noise(row, 5)];
      return `${x};${10 * y};${3 * x - y + 0.01 * noise(row, 6)}`;
    })
    .join('\n'),
} as const;

/** Reads one of the files as the page would, and holds its table. */
export function holdFile(name: keyof typeof tableFiles): Table {
  const sheet = readSheet(tableFiles[name]);
  if ('kind' in sheet) throw new Error(JSON.stringify(sheet));
  const chosen = choose(sheet, guess(sheet), name);
  if ('kind' in chosen) throw new Error(JSON.stringify(chosen));
  holdTable(chosen.table);
  return chosen.table;
}
