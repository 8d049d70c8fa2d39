import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { choose, guess, guessTarget } from '../../src/table/choose';
import { readSheet, type Sheet } from '../../src/table/sheet';

function sheetOf(text: string): Sheet {
  const sheet = readSheet(text);
  if ('kind' in sheet) throw new Error(sheet.kind);
  return sheet;
}

const fieldSheet = (name: string) => sheetOf(readFileSync(`tests/field/${name}`, 'utf8'));

function chosenNames(sheet: Sheet) {
  const { target, inputs } = guess(sheet);
  const nameOf = (index: number) => sheet.columns[index]?.name;
  return { target: nameOf(target), inputs: inputs.map(nameOf) };
}

it('a column that numbers the rows is no input at first', () => {
  const { target, inputs } = chosenNames(fieldSheet('data-iris-like.csv'));
  expect(target).toBe('Species');
  expect(inputs).toEqual(['SepalLengthCm', 'SepalWidthCm', 'PetalLengthCm', 'PetalWidthCm']);
  const rows = Array.from({ length: 20 }, (_, row) => `${row},${row % 7},${row % 2}`).join('\n');
  expect(chosenNames(sheetOf(`,size,kind\n${rows}\n`)).inputs).toEqual(['size']);
});

it('words behind a table of numbers are not guessed as the target, and the guess says why', () => {
  const sheet = fieldSheet('data-california-housing-like.csv');
  expect(chosenNames(sheet).target).toBe('median_house_value');
  const rows = Array.from(
    { length: 20 },
    (_, row) => `${row * 1.5},2,3,${row % 5},${row * 0.3},${'abc'[row % 3]}`,
  );
  const unnamed = sheetOf(`a,b,c,d,e,place\n${rows.join('\n')}\n`);
  expect(guessTarget(unnamed)).toEqual({ target: 4, reason: 'lastNumbers' });
});

it('columns that are nearly empty are no inputs at first, so that rows remain', () => {
  const rows = Array.from(
    { length: 40 },
    (_, row) => `${row * 0.5},${row === 3 ? 1 : ''},${row % 2}`,
  );
  const sheet = sheetOf(`a,rare,label\n${rows.join('\n')}\n`);
  expect(chosenNames(sheet).inputs).toEqual(['a']);
  const chosen = choose(sheet, guess(sheet), 'x.csv');
  expect('kind' in chosen ? chosen.kind : chosen.table.rows).toBe(40);
});
