import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeData } from '../../src/experiment/data';
import { experimentOf } from '../../src/experiment/legality';
import { widthsOf } from '../../src/experiment/weights';
import { choose, guess } from '../../src/table/choose';
import { decodeFile, encodeFile } from '../../src/table/code';
import { openSheet } from '../../src/table/open';
import { readSheet, type Sheet } from '../../src/table/sheet';
import { holdFile, tableFiles } from '../support/tables';

function sheetOf(text: string): Sheet {
  const sheet = readSheet(text);
  if ('kind' in sheet) throw new Error(JSON.stringify(sheet));
  return sheet;
}

const numbers = (rows: number) =>
  Array.from({ length: rows }, (_, row) => `${row},${row % 3}`).join('\n');

describe('a sheet', () => {
  it('tells its delimiter, header, numbers and words', () => {
    const { header, delimiter, rows, columns } = sheetOf(tableFiles['flowers.csv']);
    expect([header, delimiter, rows]).toEqual([true, ',', 90]);
    expect(columns.map(({ name, words }) => [name, words !== null])).toEqual([
      ['sepal', false],
      ['petal', false],
      ['note, if any', true],
      ['width', false],
      ['species', true],
    ]);
    expect(columns[1]?.firstMissing).toEqual({ line: 9, column: 2 });
    const plain = sheetOf(tableFiles['prices.csv']);
    expect([plain.header, plain.delimiter, plain.columns[2]?.name]).toEqual([false, ';', '#3']);
  });

  it('says where a word stands in a column of numbers, after quoted line breaks too', () => {
    const text = `a,b\n${numbers(20)}\n"5\n",2\n6,oops\n`;
    expect(sheetOf(text).columns[1]?.firstStrange).toEqual({ line: 24, column: 2, text: 'oops' });
  });

  it.each([
    ['', { kind: 'empty' }],
    ['\n\n  \n', { kind: 'empty' }],
    ['a,b\n', { kind: 'empty' }],
    ['a,b\nx,y\n', { kind: 'noNumbers' }],
    ['1,2\n3\0,4', { kind: 'binary' }],
    ['a,b\n1,2\n\n3,4,5\n', { kind: 'ragged', expected: 2, found: 3, line: 4, column: 3 }],
    ['a,b\n1,2\n3\n', { kind: 'ragged', expected: 2, found: 1, line: 3, column: 2 }],
    [
      Array(65).fill('1').join(','),
      { kind: 'tooManyColumns', limit: 64, found: 65, line: 1, column: 65 },
    ],
    [numbers(50_002), { kind: 'tooManyRows', limit: 50_000, line: 50_001, column: 1 }],
  ])('is refused with line and column: %#', (text, problem) => {
    expect(readSheet(text)).toEqual(problem);
  });

  it('is read whole with blank lines between its rows', () => {
    const rows = numbers(40_000).replaceAll('\n', '\n\n');
    const sheet = sheetOf(`x,label\n\n${rows}\n`);
    expect(sheet.rows).toBe(40_000);
    const many = numbers(50_001).replaceAll('\n', '\n\n');
    expect(readSheet(many)).toMatchObject({ kind: 'tooManyRows', line: 100_001 });
  });

  it.each([
    ['2020,2021,target', numbers(9).replaceAll(/^/gm, '3,'), true],
    ['1,2,3', numbers(9).replaceAll(/^/gm, '3,'), false],
    ['7,NA,3', numbers(9).replaceAll(/^/gm, '3,'), false],
    ['3,red', '4,blue\n5,red', false],
    ['size,color', '4,blue\n5,red', true],
  ])('%s is a header where a word heads numbers', (first, body, header) => {
    expect(sheetOf(`${first}\n${body}\n`).header).toBe(header);
  });

  it('tells of a quotation mark that is not closed', () => {
    expect(readSheet('a,b\n1,2\n"3,4\n5,6\n')).toMatchObject({ kind: 'openQuote', line: 3 });
  });

  it('is not read at all where the file is too large', async () => {
    expect(await openSheet(new Blob([new Uint8Array(5e6 + 1)]))).toEqual({
      kind: 'fileTooLarge',
      limit: 5,
    });
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'01.-e,;"\n\r\t xNa\uFEFF=') }), (text) => {
        const sheet = readSheet(text);
        if ('kind' in sheet) return;
        expect('kind' in choose(sheet, guess(sheet), 'x.csv') || sheet.rows >= 10).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a choice', () => {
  it('is guessed: words and few whole numbers are classes, the rest a quantity', () => {
    expect(guess(sheetOf(tableFiles['flowers.csv']))).toEqual({
      target: 4,
      kind: 'classification',
      inputs: [0, 1, 3],
    });
    expect(guess(sheetOf(tableFiles['prices.csv'])).kind).toBe('regression');
    expect(guess(sheetOf(numbers(30))).kind).toBe('classification');
  });

  it('leaves out rows that lack something, and gives the rest in the order of the file', () => {
    const sheet = sheetOf(tableFiles['flowers.csv']);
    const chosen = choose(sheet, guess(sheet), 'flowers.csv');
    if ('kind' in chosen) throw new Error(chosen.kind);
    expect(chosen.left).toBe(1);
    expect(chosen.table.classes).toEqual(['setosa', 'versicolor', 'virginica']);
    expect([...chosen.table.targets.slice(0, 8)]).toEqual([0, 1, 2, 0, 1, 2, 0, 2]);
  });

  it('has another hash for other columns, another task, another number', () => {
    const sheet = sheetOf(numbers(30));
    const hash = (kind: 'classification' | 'regression', from = sheet) => {
      const chosen = choose(from, { target: 1, kind, inputs: [0] }, 'x.csv');
      return 'kind' in chosen ? 0 : chosen.table.hash;
    };
    const other = sheetOf(numbers(30).replace('7,1', '7.5,1'));
    const hashes = [hash('classification'), hash('regression'), hash('regression', other)];
    expect(new Set(hashes).size).toBe(3);
    expect(hashes.every((value) => value > 0 && Number.isInteger(value))).toBe(true);
  });

  it('says what is wrong with it', () => {
    const flowers = sheetOf(tableFiles['flowers.csv']);
    const kindOf = (sheet: Sheet, choice: Parameters<typeof choose>[1]) => {
      const found = choose(sheet, choice, 'x.csv');
      return 'kind' in found ? found.kind : 'fine';
    };
    const classification = 'classification' as const;
    expect(kindOf(flowers, { target: 4, kind: classification, inputs: [] })).toBe('noInputs');
    expect(kindOf(flowers, { target: 4, kind: 'regression', inputs: [0] })).toBe('wordsTarget');
    const few = sheetOf(numbers(9));
    expect(kindOf(few, { target: 1, kind: classification, inputs: [0] })).toBe('tooFewRows');
    const many = sheetOf(numbers(300));
    expect(kindOf(many, { target: 0, kind: classification, inputs: [1] })).toBe('tooManyClasses');
    const one = sheetOf(numbers(30).replaceAll(/,\d/g, ',1'));
    expect(kindOf(one, { target: 1, kind: classification, inputs: [0] })).toBe('oneClass');
  });

  it('goes into a link and back, and any text is taken or refused', () => {
    const file = { name: 'a.b c.csv', target: 4, kind: 'regression', inputs: [0, 2] } as const;
    expect(decodeFile(encodeFile(file))).toEqual(file);
    for (const text of ['', '4.c..x', '4.x.0.x', '4.c.4.x', '99.c.0.x', '4.c.0.']) {
      expect(decodeFile(text)).toBeNull();
    }
  });

  it('has a name of at most 100 characters in a link, the same written and read', () => {
    const long = `${'名😀'.repeat(60)}.csv`;
    const file = { name: long, target: 4, kind: 'classification', inputs: [0] } as const;
    const read = decodeFile(encodeFile(file));
    expect(read?.name).toBe('名😀'.repeat(50));
    expect(decodeFile(`4.c.0.${long}`)).toEqual(read);
    expect(() => encodeURIComponent(encodeFile(file))).not.toThrow();
  });
});

describe('own data as a dataset', () => {
  const table = holdFile('flowers.csv');
  const { experiment } = experimentOf({ dataset: 'ownData', dataHash: table.hash, samples: 20 });

  it('decides widths and the number of samples', () => {
    expect(widthsOf(experiment)[0]).toBe(3);
    expect(widthsOf(experiment).at(-1)).toBe(3);
    const { training, validation } = makeData(experiment);
    expect(training.count + validation.count).toBe(89);
  });

  it('is standardized over the training rows, and shuffled by the seed', () => {
    const { training, inputs } = makeData(experiment);
    for (let input = 0; input < inputs; input++) {
      const column = training.features.filter((_, index) => index % inputs === input);
      const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
      const square = column.reduce((sum, value) => sum + value * value, 0) / column.length;
      expect(mean).toBeCloseTo(0, 5);
      expect(square).toBeCloseTo(1, 5);
    }
    const other = makeData({ ...experiment, seed: 9 }).training.targets;
    expect(other).not.toEqual(training.targets);
  });
});
