import { isPlainNumber } from '../base/plainNumber';

/** Stands in a column where a row has no value; no log holds this number. */
export const gap = -Number.MAX_VALUE;

/** Words that stand for no value. */
const none = new Set(['', 'none', 'null', 'na', 'n/a', '-', '<na>', 'undefined']);

/** NaN as C, glibc, Microsoft's C, Python and R write it. */
const notANumber = /^[+-]?(nan(\(.*\))?|1\.#(qnan|snan|ind|nan)\w*)$/;

/** Infinity likewise. */
const infinity = /^([+-]?)(inf|infinity|∞|1\.#inf\w*)$/;

/** A number within the words of Python's libraries, such as `tensor(1.5, device='cuda:0')`. */
const wrapped = /^(?:tensor|np\.float\d+|float|array|dtensor)\(\s*\[?\s*([^\s,\])]+)/;

/** Reads a cell or a JSON value, ±Inf and NaN by any of their names; null for no value, undefined for no number. */
export function readNumber(value: unknown): number | null | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return undefined;
  if (value === null || value === undefined) return null;
  const text = String(value).trim().toLowerCase();
  if (isPlainNumber(text)) return Number(text);
  if (none.has(text)) return null;
  if (notANumber.test(text)) return Number.NaN;
  const infinite = infinity.exec(text);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const inner = wrapped.exec(text)?.[1];
  return inner === undefined ? undefined : readNumber(inner);
}

/** Reads a step or the number of a layer; undefined for anything but a whole number from 0 on that float64 holds exactly. */
export function readCount(value: unknown): number | undefined {
  const read = readNumber(value);
  return typeof read === 'number' && Number.isSafeInteger(read) && read >= 0 ? read : undefined;
}

/** Powers of ten that float64 holds exactly. */
const tens = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/**
 * Reads a plain decimal number from bytes, correctly rounded; `gap` where the bytes are anything else, or have more
 * digits than one exact division or product allows. `point` is the byte of the decimal point.
 */
export function numberInBytes(bytes: Uint8Array, from: number, to: number, point = 46): number {
  let at = from;
  let isNegative = false;
  const sign = bytes[at];
  if (sign === 45 || sign === 43) {
    isNegative = sign === 45;
    at += 1;
  }
  let digits = 0;
  let mantissa = 0;
  let exponent = 0;
  let isBehindPoint = false;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 48 && byte <= 57) {
      mantissa = mantissa * 10 + (byte - 48);
      digits += 1;
      if (isBehindPoint) exponent -= 1;
    } else if (byte === point && !isBehindPoint) isBehindPoint = true;
    else break;
  }
  if (digits === 0 || mantissa > 9007199254740991) return gap;
  if (at < to) {
    const letter = bytes[at] ?? 0;
    if ((letter !== 101 && letter !== 69) || at + 1 >= to) return gap;
    at += 1;
    const isBelow = bytes[at] === 45;
    if (isBelow || bytes[at] === 43) at += 1;
    if (at >= to || to - at > 3) return gap;
    let power = 0;
    for (; at < to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < 48 || byte > 57) return gap;
      power = power * 10 + (byte - 48);
    }
    exponent += isBelow ? -power : power;
  }
  const scale = tens[Math.abs(exponent)];
  if (scale === undefined) return gap;
  const value = exponent < 0 ? mantissa / scale : mantissa * scale;
  return isNegative ? -value : value;
}
