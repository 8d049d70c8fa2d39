/** A point of a decimated series. */
export interface Point {
  readonly step: number;
  /** The value, possibly ±Inf or NaN. */
  readonly value: number;
}

/** A series to decimate: `length` points in ascending order of step, read by index. */
export interface Series {
  readonly length: number;
  step(index: number): number;
  value(index: number): number;
}

/**
 * At most `limit` points of a series that keep its first and last, every bucket's smallest and
 * largest, and at least one non-finite point of each bucket that has one: no spike is lost.
 * Points for which `present` is false are left out.
 */
export function decimate(
  series: Series,
  limit: number,
  present: (value: number) => boolean = () => true,
): readonly Point[] {
  const kept: number[] = [];
  const perBucket = 3;
  const buckets = Math.max(1, Math.floor((limit - 2) / perBucket));
  const size = series.length <= limit ? 1 : series.length / buckets;
  for (let bucket = 0; bucket * size < series.length; bucket++) {
    const start = Math.round(bucket * size);
    const end = Math.min(series.length, Math.round((bucket + 1) * size));
    kept.push(...extremes(series, start, end, present));
  }
  const last = series.length - 1;
  if (last >= 0 && kept.at(-1) !== last && present(series.value(last))) kept.push(last);
  if (kept[0] !== 0 && last >= 0 && present(series.value(0))) kept.unshift(0);
  return kept.map((index) => ({ step: series.step(index), value: series.value(index) }));
}

function extremes(
  series: Series,
  start: number,
  end: number,
  present: (value: number) => boolean,
): readonly number[] {
  let [low, high, broken] = [-1, -1, -1];
  let [least, most] = [Infinity, -Infinity];
  for (let index = start; index < end; index++) {
    const value = series.value(index);
    if (!present(value)) continue;
    if (!Number.isFinite(value)) {
      if (broken < 0) broken = index;
      continue;
    }
    if (value < least) {
      least = value;
      low = index;
    }
    if (value > most) {
      most = value;
      high = index;
    }
  }
  const found = [...new Set([low, high, broken])].filter((index) => index >= 0);
  return found.sort((a, b) => a - b);
}
