import type { JSONPath } from 'jsonc-parser';
import { jsonPlace, jsonValuePlace } from '../base/jsonPlace';
import type { Place } from '../base/place';
import type { Collector } from './entries';
import { createMeanings, isLog, takeRow } from './fields';

/** Takes JSON, one object per line or in a list; false where no object is of a log. */
export function takeLines(text: string, file: string, into: Collector): boolean {
  const meaning = createMeanings();
  let isTaken = false;

  function take(value: unknown, placeOf: (path: JSONPath) => Place): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const said = Array.isArray(value) ? '[…]' : String(value).slice(0, 40);
      into.fault({ kind: 'notAnObject', file, text: said }, () => placeOf([]));
      return;
    }
    const fields = Object.entries(value).map(([name, own]) => ({
      meaning: meaning(name),
      value: own,
    }));
    const hasLoss = fields.some(({ meaning: { kind } }) => kind === 'loss');
    const isUsable = isLog(fields.map((field) => field.meaning));
    isTaken ||= isUsable;
    if (!isUsable && !hasLoss) return;
    const fieldPlace = (index: number) => placeOf(Object.keys(value).slice(index, index + 1));
    takeRow(fields, { file, placeOf: fieldPlace }, into);
  }

  if (text.trimStart().startsWith('[')) {
    const list = read(text);
    for (const [index, value] of Array.isArray(list) ? list.entries() : []) {
      take(value, (path) => jsonValuePlace(withoutWords(text), [index, ...path]));
    }
    return isTaken;
  }
  text.split('\n').forEach((content, index) => {
    if (content.trim() === '') return;
    const value = read(content, index);
    const placeOf = (path: JSONPath) => below(index, jsonValuePlace(withoutWords(content), path));
    if (value !== undefined) take(value, placeOf);
  });
  return isTaken;

  /** JSON with NaN and Infinity, as Python writes it; a fault is reported where it stands. */
  function read(content: string, before = 0): unknown {
    try {
      return JSON.parse(content.replace(words, '$1"$2"'));
    } catch {
      into.fault({ kind: 'notJson', file, text: '' }, () =>
        below(before, jsonPlace(withoutWords(content))),
      );
      return undefined;
    }
  }
}

/** Python's words for what JSON has no number for. */
const words = /([:[,]\s*)(-?(?:NaN|Infinity))(?=\s*[,}\]])/g;

/** The same text as JSON, of the same length, to find places in. */
function withoutWords(text: string): string {
  return text.replace(words, (_, lead: string, word: string) => lead + '0'.padEnd(word.length));
}

function below(lines: number, { line, column }: Place): Place {
  return { line: lines + line, column };
}
