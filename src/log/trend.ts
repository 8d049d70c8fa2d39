import { median } from '../base/median';

/** Growth over a stretch of steps. */
export interface Trend {
  readonly perStep: number;
  readonly total: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Factor from which on a growth over time is told. */
const leastGrowth = 10;

/** Rank correlation of norms with steps from which on a growth is steady, and not the noise of a few steps. */
const leastOrder = 0.8;

/** Fewest points of a growth. */
const fewest = 8;

/** Most points that slope and order are taken from; more are thinned by medians. */
const mostPoints = 200;

/** Most points in which the lowest norm is looked for. */
const mostSmoothed = 2000;

/** Finds a growth that goes on to the end, from where the norm was lowest: a factor per step by the median of slopes. */
export function growthOver(every: readonly number[], norms: readonly number[]): Trend | null {
  const { steps, values } = thin(every, norms, mostSmoothed);
  const smooth = values.map((_, at) => median(values.slice(Math.max(0, at - 2), at + 3)));
  let lowest = 0;
  smooth.forEach((value, at) => {
    if (value <= (smooth[lowest] ?? 0)) lowest = at;
  });
  if (values.length - lowest < fewest) return null;
  const thinned = thin(steps.slice(lowest), values.slice(lowest).map(Math.log), mostPoints);
  if (orderOf(thinned.values) < leastOrder) return null;
  const slope = slopeOf(thinned.steps, thinned.values);
  const [from = 0, to = 0] = [steps[lowest], every.at(-1)];
  const total = Math.exp(slope * (to - from));
  const measured = (smooth.at(-1) ?? 0) / (smooth[lowest] ?? 1);
  if (total < leastGrowth || measured < leastGrowth) return null;
  return { perStep: Math.exp(slope), total, from, to, count: to - from };
}

/** Thins points to so many stretches, each by its medians. */
export function thin(steps: readonly number[], values: readonly number[], most: number) {
  if (steps.length <= most) return { steps, values };
  const size = steps.length / most;
  const groups = Array.from({ length: most }, (_, group) => [
    Math.floor(group * size),
    Math.floor((group + 1) * size),
  ]);
  return {
    steps: groups.map(([from, to]) => median(steps.slice(from, to))),
    values: groups.map(([from, to]) => median(values.slice(from, to))),
  };
}

/** The median slope of all pairs, which no single value moves. */
function slopeOf(steps: readonly number[], values: readonly number[]): number {
  const slopes: number[] = [];
  for (let a = 0; a < steps.length; a++) {
    for (let b = a + 1; b < steps.length; b++) {
      const run = (steps[b] ?? 0) - (steps[a] ?? 0);
      if (run > 0) slopes.push(((values[b] ?? 0) - (values[a] ?? 0)) / run);
    }
  }
  return median(slopes);
}

/** The share of pairs that ascend, less those that descend. */
function orderOf(values: readonly number[]): number {
  const ranks = values
    .map((_, index) => index)
    .toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const count = values.length;
  const squares = ranks.reduce((sum, index, rank) => sum + (index - rank) ** 2, 0);
  return 1 - (6 * squares) / (count * (count ** 2 - 1));
}

/** A stretch of norms far above those around it. */
export interface Spike {
  readonly from: number;
  readonly to: number;
  readonly peak: number;
  readonly ratio: number;
  /** Whether enough norms behind it show that it passed. */
  readonly isOver: boolean;
}

/** A norm that is that many times the usual one around it is a spike. */
const spikeRatio = 10;

/** Norms on each side that it is compared with, the fewest of them, and the most that a spike lasts. */
const reach = 25;
const fewestAround = 5;
const longest = 12;

/** Finds spikes against the medians of the norms before and after them. */
export function spikesIn(values: readonly number[]): readonly Spike[] {
  if (values.length < 2 * fewestAround) return [];
  const spikes: Spike[] = [];
  for (let at = 0; at < values.length; at++) {
    if (isUsual(values, at)) continue;
    const before = sideMedian(values, at - reach, at);
    const limit = before === null ? null : spikeRatio * before;
    if (before !== null && (values[at] ?? 0) <= (limit ?? 0)) continue;
    let to = at;
    while (to + 1 < values.length && to - at < longest && isHigh(values, to + 1, at, before)) to++;
    const after = sideMedian(values, to + 1, to + 1 + reach);
    const near = median(values.slice(to + 1, to + 1 + fewestAround));
    const usual = Math.max(before ?? 0, after ?? 0, after === null ? 0 : near);
    if (usual === 0) continue;
    const stretch = Array.from({ length: to - at + 1 }, (_, index) => at + index);
    const peak = stretch.reduce(
      (best, own) => ((values[own] ?? 0) > (values[best] ?? 0) ? own : best),
      at,
    );
    const ratio = (values[peak] ?? 0) / usual;
    if (ratio <= spikeRatio || to - at + 1 > longest) continue;
    spikes.push({ from: at, to, peak, ratio, isOver: after !== null });
    at = to;
  }
  return spikes;
}

/** Tests without sorting whether most of the norms before one are within the ratio of a spike. */
function isUsual(values: readonly number[], at: number): boolean {
  const from = Math.max(0, at - reach);
  const least = (values[at] ?? 0) / spikeRatio;
  let near = 0;
  for (let other = from; other < at; other++) if ((values[other] ?? 0) >= least) near++;
  return at - from >= fewestAround && near > (at - from) / 2;
}

/** Tests whether a norm still belongs to a spike that began earlier. */
function isHigh(
  values: readonly number[],
  at: number,
  start: number,
  before: number | null,
): boolean {
  const own = values[at] ?? 0;
  return before === null ? own > (values[start] ?? 0) / 4 : own > 4 * before;
}

/** The median of the norms from one place to another; null where there are too few. */
function sideMedian(values: readonly number[], from: number, to: number): number | null {
  const side = values.slice(Math.max(0, from), Math.max(0, to));
  return side.length < fewestAround ? null : median(side);
}
