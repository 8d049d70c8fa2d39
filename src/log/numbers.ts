import { isPlainNumber } from '../base/plainNumber';

/** What stands for no value. */
const none = new Set(['', 'none', 'null', 'na', 'n/a']);

/** A cell or a JSON value as a number, ±Inf and NaN by any of their names; null for no value, undefined for no number. */
export function readNumber(value: unknown): number | null | undefined {
  if (typeof value === 'number') return value;
  if (value === null || value === undefined) return null;
  const text = String(value).trim().toLowerCase();
  if (none.has(text)) return null;
  if (text === 'nan') return Number.NaN;
  const infinite = /^([+-]?)(inf|infinity|∞)$/.exec(text);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return isPlainNumber(text) ? Number(text) : undefined;
}

/** A step or the number of a layer; undefined for anything but a whole number from 0 on that float64 holds exactly. */
export function readCount(value: unknown): number | undefined {
  const read = readNumber(value);
  return typeof read === 'number' && Number.isSafeInteger(read) && read >= 0 ? read : undefined;
}
