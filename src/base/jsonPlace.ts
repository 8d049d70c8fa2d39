import { type JSONPath, type ParseError, parse, visit } from 'jsonc-parser';
import type { Place } from './place';

/** Where a text stops being JSON; the beginning where it is nested too deeply to tell. */
export function jsonPlace(text: string): Place {
  const before = text.slice(0, offsetIn(text)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where the value at a path of a JSON text begins; the beginning of the text where there is none. */
export function jsonValuePlace(text: string, path: JSONPath): Place {
  let found: Place = { line: 1, column: 1 };
  const look = (line: number, character: number, own: JSONPath) => {
    if (own.length !== path.length || own.some((part, index) => part !== path[index])) return;
    found = { line: line + 1, column: character + 1 };
    throw found;
  };
  const begin = (_: number, __: number, line: number, character: number, own: () => JSONPath) =>
    look(line, character, own());
  try {
    visit(text, {
      onObjectBegin: begin,
      onArrayBegin: begin,
      onLiteralValue: (_, ...place) => begin(...place),
    });
  } catch {
    return found;
  }
  return found;
}

function offsetIn(text: string): number {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    return 0;
  }
  return errors[0]?.offset ?? text.length;
}
