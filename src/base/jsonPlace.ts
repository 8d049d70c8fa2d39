import { type ParseError, parse } from 'jsonc-parser';

/** The line and column, from 1, at which a text stops being JSON; the beginning where it is nested too deeply to tell. */
export function jsonPlace(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offsetIn(text)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
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
