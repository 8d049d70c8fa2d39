import { exp } from '../../base/elementary/exponential';
import { log } from '../../base/elementary/logarithm';
import type { NumberField } from '../../base/field';
import { fieldOf, isKey, type Key, keys } from '../../experiment/schema';

/** How the values of an axis are spread. */
export const scales = ['linear', 'log'] as const;

/** One setting of a map, and the values it takes. */
export interface MapAxis {
  /** A numeric setting. */
  readonly key: Key;
  /** The first and the last value. */
  readonly from: number;
  readonly to: number;
  /** Number of values; whole numbers that would repeat are left out. */
  readonly count: number;
  readonly scale: (typeof scales)[number];
}

/** Number of cells along an axis. */
export const countField = {
  kind: 'number',
  label: { en: 'Cells', 'zh-CN': '格数' },
  change: 'view',
  default: 17,
  min: 2,
  max: 64,
  scale: 'linear',
  integer: true,
} as const satisfies NumberField;

/** The settings that an axis can have, in the order of the schema. */
export const axisKeys: readonly Key[] = keys.filter(isNumeric);

/** Whether a word is the key of a setting that is a quantity: the number of a data file is none. */
export function isNumeric(word: string): word is Key {
  return isKey(word) && word !== 'dataHash' && fieldOf(word).kind === 'number';
}

/** The field of an axis's setting; throws for a setting that is not a number. */
export function numberFieldOf(key: Key): NumberField {
  const field = fieldOf(key);
  if (field.kind !== 'number') throw new Error(`${key} is not a number.`);
  return field;
}

/** The axis within its field's limits, in ascending order, logarithmic only above 0. */
export function legalAxis(axis: MapAxis): MapAxis {
  const { min, max, integer } = numberFieldOf(axis.key);
  const limited = [axis.from, axis.to]
    .map((value) => (Number.isFinite(value) ? value : min))
    .map((value) => Math.min(max, Math.max(min, integer ? Math.round(value) : value)) + 0);
  const [from, to] = [Math.min(...limited), Math.max(...limited)];
  const count = Math.round(Math.min(countField.max, Math.max(countField.min, axis.count)));
  return {
    key: axis.key,
    from,
    to,
    count: Number.isNaN(count) ? countField.default : count,
    scale: from > 0 ? axis.scale : 'linear',
  };
}

/** Significant digits of the values between the ends. */
const digits = 6;

/** The values of an axis in ascending order: its ends, and evenly between them on its scale. */
export function valuesOf(axis: MapAxis): readonly number[] {
  const { key, from, to, count, scale } = legalAxis(axis);
  const { integer } = numberFieldOf(key);
  const values = Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    if (share === 0) return from;
    if (share === 1) return to;
    const exact =
      scale === 'log' ? exp(between(log(from), log(to), share)) : between(from, to, share);
    const value = integer ? Math.round(exact) : Number(exact.toPrecision(digits));
    return Math.min(to, Math.max(from, value));
  });
  return [...new Set(values)];
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
