import type { NumberField } from '../../base/field';

/** Steps of a logarithmic scale within a decade: round numbers about a tenth apart. */
const roundSteps = [
  1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 4, 4.5, 5, 5.5, 6, 6.6, 7.3,
  8, 9,
];

/** Four steps per doubling, so that every power of two is one of them. */
const quarterDoublings = [1, 2 ** 0.25, 2 ** 0.5, 2 ** 0.75];

/**
 * The values at which a slider stops, in ascending order, its ends included: 1–3–10 on a ladder,
 * round numbers on a logarithmic scale, and even steps on a linear one.
 */
export function stopsOf(field: NumberField): readonly number[] {
  const inside = candidates(field).filter((value) => value > field.min && value < field.max);
  return [...new Set([field.min, ...inside, field.max])].sort((a, b) => a - b);
}

/** The stop nearest to a value, by index. */
export function nearestStop(stops: readonly number[], value: number): number {
  return stops.reduce(
    (best, stop, index) =>
      Math.abs(stop - value) < Math.abs((stops[best] ?? 0) - value) ? index : best,
    0,
  );
}

function candidates({ min, max, scale, integer, step = 1 }: NumberField): readonly number[] {
  if (scale === 'linear') {
    const size = integer ? Math.max(1, Math.round(step)) : step;
    const count = Math.min(1000, Math.floor((max - min) / size));
    return Array.from({ length: count + 1 }, (_, index) => tidy(min + index * size));
  }
  if (scale === 'ladder') return perPower([1, 3], 10, min, max);
  return integer
    ? perPower(quarterDoublings, 2, min, max).map(Math.round)
    : perPower(roundSteps, 10, min, max);
}

function perPower(steps: readonly number[], base: number, min: number, max: number) {
  const first = Math.floor(Math.log(min) / Math.log(base));
  const last = Math.ceil(Math.log(max) / Math.log(base));
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return powers.flatMap((power) => steps.map((mantissa) => tidy(mantissa * base ** power)));
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
