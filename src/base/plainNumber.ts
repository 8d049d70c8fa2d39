/** The rule of a number, in the part of regular expressions that JavaScript and Python read alike; scripts hold it too. */
export const numberPattern = '[+-]?(?:[0-9]+(?:[.][0-9]*)?|[.][0-9]+)(?:[eE][+-]?[0-9]+)?';

/** Characters that may stand around a number: those that `trim` takes away, as Python writes them. */
export const blanks =
  '\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000\\u2001\\u2002\\u2003\\u2004\\u2005\\u2006\\u2007\\u2008\\u2009\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';

/** From this magnitude on, float32 rounds to infinity. */
export const float32Bound = 2 ** 128 - 2 ** 103;

const whole = new RegExp(`^${numberPattern}$`);

/**
 * Tests whether a text is a number as people and programs write it in ASCII, such as `-1.5e3`. `Infinity`, `0x1f`,
 * `1_000`, `1,5` and `１２` are not.
 */
export function isPlainNumber(text: string): boolean {
  return whole.test(text);
}

/** Reads a cell of a table: a plain number that is finite in float32, between blanks. NaN for anything else, `1e39` too. */
export function cellNumber(cell: string): number {
  const text = cell.trim();
  const value = isPlainNumber(text) ? Number(text) : Number.NaN;
  return Math.abs(value) < float32Bound ? value : Number.NaN;
}
