import { type ParseError, parse } from 'jsonc-parser';
import type { Collector } from './entries';
import { createMeanings, isLog, takeRow } from './fields';

/** Takes JSON, one object per line or in a list; false where no object is of a log. */
export function takeLines(text: string, file: string, into: Collector): boolean {
  const meaning = createMeanings();
  let isTaken = false;

  function take(value: unknown, line: number): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      into.fault({ kind: 'notAnObject', file, line, column: 1, text: String(value).slice(0, 40) });
      return;
    }
    const fields = Object.entries(value).map(([name, own], index) => ({
      meaning: meaning(name),
      value: own,
      column: index + 1,
    }));
    const hasLoss = fields.some(({ meaning: { kind } }) => kind === 'loss');
    const isUsable = isLog(fields.map((field) => field.meaning));
    isTaken ||= isUsable;
    if (isUsable || hasLoss) takeRow(fields, { file, line }, into);
  }

  if (text.trimStart().startsWith('[')) {
    const list = read(text);
    for (const [index, value] of Array.isArray(list) ? list.entries() : []) take(value, index + 1);
    return isTaken;
  }
  text.split('\n').forEach((content, index) => {
    if (content.trim() === '') return;
    const value = read(content, index);
    if (value !== undefined) take(value, index + 1);
  });
  return isTaken;

  /** JSON with NaN and Infinity, as Python writes it; a fault is reported where it stands. */
  function read(content: string, before = 0): unknown {
    const plain = content.replace(/([:[,]\s*)(-?(?:NaN|Infinity))(?=\s*[,}\]])/g, '$1"$2"');
    try {
      return JSON.parse(plain);
    } catch {
      const errors: ParseError[] = [];
      parse(content, errors, { disallowComments: true });
      const lines = content.slice(0, errors[0]?.offset ?? content.length).split('\n');
      const last = lines.at(-1) ?? '';
      const line = before + lines.length;
      into.fault({ kind: 'notJson', file, line, column: last.length + 1, text: last.slice(-20) });
      return undefined;
    }
  }
}
