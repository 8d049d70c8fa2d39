import { formatTick } from '../../../i18n/numbers';
import { type Axis, type Extent, withRows } from './axis';

/** Ticks 0, s, 2s … up to the first at or past `high`, at most `most` of them, with s = 1, 2 or 5 × 10ⁿ. */
export function evenTicks(high: number, most: number): readonly number[] {
  if (!(high > 0)) return [0];
  const stride = roundStride(high / Math.max(1, most - 1)) || Number.MIN_VALUE;
  const count = Math.ceil((high / stride) * (1 - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) =>
    Math.min(Number.MAX_VALUE, Number((index * stride).toPrecision(12))),
  );
}

/** The smallest 1, 2 or 5 × 10ⁿ that is no smaller than `least`. */
export function roundStride(least: number): number {
  const decade = 10 ** Math.floor(Math.log10(least));
  const digit = [1, 2, 5].find((candidate) => candidate * decade >= least * (1 - 1e-9)) ?? 10;
  return digit * decade;
}

/** The largest value that a linear axis tells from larger ones: above it rows of ∞ and NaN need room. */
const ceiling = Number.MAX_VALUE / 16;

/** A linear axis from 0 to the first tick at or past the largest finite value. */
export function linearAxis(extent: Extent, mostTicks = 6): Axis {
  const values = evenTicks(Math.min(ceiling, extent.high || 1), mostTicks);
  const ticks = values.map((y) => ({ y, kind: 'finite' as const, label: formatTick(y) }));
  const domain = [0, values.at(-1) ?? 1] as const;
  const scale = (value: number) => Math.min(ceiling, value);
  return withRows(domain, ticks, { ...extent, zero: false }, scale, mostTicks);
}
