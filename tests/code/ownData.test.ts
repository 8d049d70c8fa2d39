import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blanks } from '../../src/base/plainNumber';
import { type Framework, frameworks } from '../../src/catalog/code';
import { holdTable, type Table } from '../../src/catalog/datasets/tables';
import { scriptOf } from '../../src/code/script';
import { experimentOf } from '../../src/experiment/legality';
import { type Choice, choose } from '../../src/table/choose';
import { readSheet } from '../../src/table/sheet';
import { execute, openWorkshop, pythonWith } from './python';

const workshop = openWorkshop();
symlinkSync(join(process.cwd(), 'node_modules'), join(workshop.folder, 'node_modules'));
const python = pythonWith(['csv'], 'TORCH_PYTHON');
if (!python) console.log('\n!!! SKIPPED: own data in Python scripts: there is no Python. !!!\n');

/** Cells that one language or another takes for a number, and the page's own rule for each. */
const cells = {
  taken: [
    '1|-1.5e3|+.5|5.|1E-7|007|1e-400|-0|0.1e1|9007199254740993|1e21|1e22|123456789012345678901',
    ' 3|3\t|\u00a03\u2003|\ufeff3|3.4028235e38|340282346638528859811704183484516925440',
  ].flatMap((line) => line.split('|')),
  left: [
    '1_000|１２|٣|1e39|-1e39|3.4028236e38|1e999|0x10|0x|0b11|0o7|Infinity|inf|-inf|nan|NaN|NA|?|-',
    '1 000|1,5|1e|e5|.|+|--1|+-1|1e+|1e5.5|1.2.3|1\u200b|\u001c1|1\u0085|½|１e５|𝟙|二|True',
    '1__0|1e_5|1n|1f|1d',
  ].flatMap((line) => line.split('|')),
};

/** Rows of a number, a hostile cell and a word, with enough plain ones that the column is of numbers. */
const hostile = [...cells.taken, ...cells.left];
const plain = Array.from({ length: 5 * hostile.length }, (_, row) => String(row % 7));
const lines = [...plain, ...hostile].map(
  (cell, row) => `${row};"${cell}";${['a', ' a b\u00a0', '1.0', '1', 'NA'][row % 5]}`,
);
const file = 'hostile.csv';
const text = `row;cell;word\r\n${lines.join('\r\n')}\r\n\r\n ;\u00a0; \r\n`;
workshop.write(file, text);

const choices: Readonly<Record<string, Choice>> = {
  'a quantity': { target: 1, kind: 'regression', inputs: [0] },
  'numbers that are classes': { target: 1, kind: 'classification', inputs: [0] },
  'words that are classes': { target: 2, kind: 'classification', inputs: [0, 1] },
};

function tableOf(choice: Choice): Table {
  const sheet = readSheet(text);
  if ('kind' in sheet) throw new Error(sheet.kind);
  const chosen = choose(sheet, choice, file);
  if ('kind' in chosen) throw new Error(chosen.kind);
  holdTable(chosen.table);
  return chosen.table;
}

/** The rows of a table, inputs and target, as the page trains on them. */
function rowsOf({ rows, inputs, features, targets }: Table): readonly (readonly number[])[] {
  const width = inputs.length;
  return Array.from({ length: rows }, (_, row) => [
    // JSON, in which scripts print their rows, has no -0.
    ...features.subarray(row * width, (row + 1) * width).map((value) => value + 0),
    (targets[row] ?? Number.NaN) + 0,
  ]);
}

/** The part of a script that reads the file, from the constants to the drawing of rows. */
function readingPart(table: Table, framework: Framework): string {
  const { experiment } = experimentOf({ dataset: 'ownData', dataHash: table.hash });
  const script = scriptOf(experiment, framework, 'en', '').text;
  const [constant = ''] = /^.*\bTABLE = .*$/m.exec(script) ?? [];
  const [reading = ''] =
    /^(?:BLANKS =|function number)[\s\S]*?(?=\n+(?:def|function) draw\b)/m.exec(script) ?? [];
  return `${constant}\n${reading}\n`;
}

/** Runs that part of a script, and gives the rows that it reads. */
async function readBy(framework: Framework, table: Table): Promise<readonly number[][]> {
  const reading = readingPart(table, framework);
  const javaScript = [
    "import { readFileSync } from 'node:fs';",
    "import Papa from 'papaparse';",
    reading,
    'console.log(JSON.stringify(readRows().map(({ row, label }) => [...row, label])));',
  ];
  const pythonLines = ['import csv, json, math, os, re', reading, 'print(json.dumps(read_rows()))'];
  const isPython = framework !== 'tfjs';
  const lines = isPython ? pythonLines : javaScript;
  const name = `${framework}-${table.hash}.${isPython ? 'py' : 'mjs'}`;
  const path = workshop.write(name, lines.join('\n'));
  return JSON.parse(await execute(isPython ? (python ?? '') : process.execPath, [path]));
}

describe.each(Object.keys(choices))('a file of hostile cells, read for %s', (name) => {
  const choice = choices[name] ?? choices[0];
  if (!choice) throw new RangeError(name);
  const table = tableOf(choice);

  it('keeps the rows whose cells are numbers by the page’s rule', () => {
    const taken = new Set(rowsOf(table).map(([row]) => row));
    const isWord = choice.target === 2;
    hostile.forEach((cell, index) => {
      const row = plain.length + index;
      const isLeft = cells.left.some((one) => one === cell) || (isWord && row % 5 === 4);
      expect([cell, taken.has(row)]).toEqual([cell, !isLeft]);
    });
  });

  it.each(frameworks)('gives the same rows in a script for %s', async (framework) => {
    if (framework !== 'tfjs' && !python) return;
    const rows = await readBy(framework, table);
    expect(rows.map((row) => row.map((value) => Math.fround(value) + 0))).toEqual(rowsOf(table));
  });
});

it('names every blank that the page takes away, and no other character', () => {
  const known = JSON.parse(`"${blanks.replace('\\v', '\\u000b')}"`);
  const trimmed = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => character.trim() === '',
  );
  expect([...known].sort()).toEqual(trimmed.sort());
});
