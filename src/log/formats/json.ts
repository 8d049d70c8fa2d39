import type { JSONPath } from 'jsonc-parser';
import { jsonPlace, jsonValuePlace } from '../../base/jsonPlace';
import type { Place } from '../../base/place';
import { linesOf, type Source } from '../source';
import type { Table } from '../table';
import type { LogFormat } from './format';
import { putValue } from './jsonRows';

/** JSON: an object per line, in a list, with columns as lists, nested, or one after the other. */
export const json: LogFormat = {
  id: 'json',
  looks: ({ text, name }) => {
    const start = text.trimStart();
    if (/^\[\s*(\{|\[|"|\]|$)/.test(start)) return true;
    return (
      /^\{\s*("|\}|$)/.test(start) || (/\.(json|jsonl|ndjson)$/i.test(name) && /^[[{]/.test(start))
    );
  },
  read: async (source, table) => {
    const [first = ''] = source.head.lines;
    const isOfLines = first.trimStart().startsWith('{') && parsed(first) !== undefined;
    await (isOfLines ? readLines(source, table) : readWhole(source, table));
  },
  sample: {
    name: 'log.jsonl',
    content: '{"step": 0, "grad_norm": 2.5}\n{"step": 1, "grad_norm": nan}\n',
  },
};

/** Reads an object from every line, so that one broken line costs no other. */
async function readLines(source: Source, table: Table): Promise<void> {
  let line = 0;
  for await (const lines of linesOf(source)) {
    for (const content of lines) {
      const own = line++;
      if (content.trim() !== '') take(content, own, table);
    }
  }
}

/** Reads one value, or several that stand one after the other over lines. */
async function readWhole(source: Source, table: Table): Promise<void> {
  const parts: string[] = [];
  for await (const lines of linesOf(source)) for (const line of lines) parts.push(line);
  const text = parts.join('\n');
  if (parsed(text) !== undefined) return take(text, 0, table);
  let [start, depth, line] = [0, 0, 0];
  let isInString = false;
  let isAnyTaken = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isInString) {
      if (letter === '\\') at++;
      else if (letter === '"') isInString = false;
    } else if (letter === '"') isInString = true;
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') {
      depth--;
      if (depth !== 0) continue;
      const own = text.slice(start, at + 1);
      if (start === 0 && text.slice(at + 1).trim() === '') break;
      take(
        own.replace(/^[\s,]+/, (lead) => lead.replaceAll(',', ' ')),
        line,
        table,
      );
      isAnyTaken = true;
      line += own.split('\n').length - 1;
      start = at + 1;
    }
  }
  const rest = text.slice(start);
  if (rest.trim() !== '' || !isAnyTaken) take(rest, line, table);
}

/** Takes one JSON text that begins on a line, from 0. */
function take(text: string, line: number, table: Table): void {
  const value = parsed(text);
  const below = (place: Place): Place => ({ line: line + place.line, column: place.column });
  if (value === undefined) {
    table.fault('notJson', '', () => below(jsonPlace(withoutWords(text))));
    return;
  }
  putValue(value, table, (path: JSONPath) => below(jsonValuePlace(withoutWords(text), path)));
}

/** Parses JSON, also with NaN and infinity as Python and C write them; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(text.replace(words, '$1"$2"'));
    } catch {
      return undefined;
    }
  }
}

/** Words for what JSON has no number for. */
const words = /([:[,]\s*)([+-]?(?:nan|inf|infinity)(?:\([\w ]*\))?|-?1\.#\w+)(?=\s*[,}\]])/gi;

/** The same text as JSON, of the same length, to find places in. */
function withoutWords(text: string): string {
  return text.replace(words, (_, lead: string, word: string) => lead + '0'.padEnd(word.length));
}
