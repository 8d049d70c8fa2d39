import { expect, it } from 'vitest';
import { choose, guess } from '../../src/table/choose';
import { readSheet } from '../../src/table/sheet';
import { tryLog } from '../support/logs';

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');

/** Files that nobody means well with, by what is wrong with them. */
const hostile: Readonly<Record<string, string>> = {
  'a million columns': `${Array(1e6).fill('a').join(',')}\n${Array(1e6).fill('1').join(',')}\n`,
  'a million empty lines': '\n'.repeat(1e6),
  'a million rows of one cell': rows(1e6, () => '1'),
  'an open quote before a megabyte': `a,b\n"${'x,'.repeat(5e5)}`,
  'quotes only': '"'.repeat(1e5),
  'ragged rows': rows(2e4, (index) =>
    Array((index % 7) + 1)
      .fill('1')
      .join(','),
  ),
  'nulls and a byte order mark': `\uFEFFa,b\0\n1,2\0\n`,
  formulas: `=cmd|' /C calc'!A0,+1,-1,@SUM(A1)\n${rows(20, () => '=1+1,+2,-3,@4')}\n`,
  'names of the prototype': `__proto__,constructor,toString\n${rows(20, () => '1,2,3')}\n`,
  'huge numbers': `a,b\n${rows(20, (index) => `1e${300 + index},-1e999`)}\n`,
  'deeply nested JSON': `${'['.repeat(1e5)}${']'.repeat(1e5)}`,
  'JSON with a prototype':
    '{"__proto__": {"polluted": true}, "step": 0, "layer": 1, "grad_norm": 1}\n',
  'JSON without an end': `[${'{"step":1,"layer":1,"grad_norm":1},'.repeat(2e4)}`,
  'a line of a megabyte': `{"step": "${'9'.repeat(1e6)}", "layer": 1, "grad_norm": 1}\n`,
  'steps beyond all': `step,layer,grad_norm\n${rows(100, (index) => `1e${index},1e${index},1`)}\n`,
  'lone surrogates': `step,name,grad_norm\n0,\uD800,1\n1,\uDFFF\u202E,2\n`,
};

it.each(Object.entries(hostile))(
  '%s: read as data and as a log, without a throw',
  async (name, text) => {
    const began = performance.now();
    const sheet = readSheet(text);
    if (!('kind' in sheet)) choose(sheet, guess(sheet), 'x.csv');
    const log = await tryLog(text, 'x.csv');
    console.log(`${(performance.now() - began).toFixed(0)} ms  ${name}`);
    expect('kind' in log || log.rows.length < 1e7).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
);
