import type { Place } from '../../base/place';
import { meaningOf } from '../meaning';
import { linesOf } from '../source';
import type { Column, Table } from '../table';
import type { LogFormat } from './format';
import { putFields } from './jsonRows';
import { type Counters, countersIn, dictIn, pairsIn, parameterIn, plainLine } from './textLine';

/**
 * What a training prints: lines with `key: value`, `key=value`, Python dicts or JSON after a time and a level. A line
 * with a step, an iteration or an epoch begins a row; one without belongs to the row before it.
 */
export const text: LogFormat = {
  id: 'text',
  looks: ({ bytes, lines }) =>
    !bytes.includes(0) && lines.slice(0, 2000).some((line) => isTelling(plainLine(line))),
  read: async (source, table) => {
    const take = lineTaker(table);
    let line = 0;
    for await (const lines of linesOf(source)) {
      for (const content of lines) {
        line += 1;
        if (content.trim() !== '') take(plainLine(content), { line, column: 1 });
      }
    }
  },
  sample: {
    name: 'train.log',
    content: 'iter 0: loss 2.70, grad norm: 1.5\niter 10: loss nan, grad norm: -nan(ind)\n',
  },
};

const telling = new Set([
  'loss',
  'validationLoss',
  'gradient',
  'parameter',
  'lossScale',
  'measure',
]);

function isTelling(line: string): boolean {
  const dict = dictIn(line);
  const names = dict ? Object.keys(dict) : pairsIn(line).map(({ key }) => key);
  return names.some((name) => telling.has(meaningOf(name).kind));
}

function lineTaker(table: Table): (line: string, place: Place) => void {
  let current: Counters = {};
  let filled = new Set<Column>();
  let isAboutGradients = false;
  const columns = new Map<string, Column | null>();

  function columnOf(name: string): Column | null {
    const known = columns.get(name);
    if (known !== undefined) return known;
    const { kind } = meaningOf(name);
    const isTaken =
      telling.has(kind) || kind === 'learningRate' || kind === 'clipLimit' || kind === 'skipped';
    const column = isTaken ? table.column(name) : null;
    columns.set(name, column);
    return column;
  }

  function begin(counters: Counters, place: Place): void {
    current = 'step' in counters ? counters : { ...epochIn(current), ...counters };
    filled = new Set();
    table.begin();
    for (const [name, value] of Object.entries(current))
      table.put(table.column(name), value, () => place);
  }

  return (line, place) => {
    const dict = dictIn(line);
    if (dict) return putFields({ ...current, ...dict }, table, () => place);
    const counters = countersIn(line);
    if (counters) begin(counters, place);
    if (/grad/i.test(line)) isAboutGradients = true;
    else if (counters) isAboutGradients = false;
    const parameter = parameterIn(line);
    const isOfValidation =
      /\((val|valid|eval|test)\)|(^|\| )(valid|val|eval|validation|test)( \||:)/i.test(line);
    const pairs = pairsIn(line);
    if (/\boverflow\b/i.test(line)) pairs.push({ key: 'overflow', value: '1' });
    for (const { key, value } of pairs) {
      const column = columnOf(nameOf(key, parameter, isAboutGradients, isOfValidation));
      if (!column) continue;
      if (table.rows === 0 || filled.has(column)) begin(current, place);
      filled.add(column);
      table.put(column, value, () => place);
    }
  };
}

/** The epoch goes on until another is told. */
function epochIn({ epoch }: Counters): Counters {
  return epoch === undefined ? {} : { epoch };
}

/** The name of a value: with the parameter that its line is of, and as one of validation where the line is. */
function nameOf(
  key: string,
  parameter: string | null,
  isAboutGradients: boolean,
  isOfValidation: boolean,
): string {
  const { kind } = meaningOf(key);
  if (parameter !== null) {
    if (kind === 'gradient') return `grad_norm/${parameter}`;
    if (kind === 'measure') return /weight|param/i.test(key) ? `weight_norm/${parameter}` : key;
    if (kind === 'other' && key.endsWith(parameter) && isAboutGradients)
      return `grad_norm/${parameter}`;
  }
  return isOfValidation && kind === 'loss' ? `val/${key}` : key;
}
