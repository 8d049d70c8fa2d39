import { formatPower, formatTick } from '../../../i18n/numbers';
import { type Axis, type Extent, type Tick, withRows } from './axis';

/** A range in decades: from 10^low to 10^high, both whole. */
export interface Decades {
  readonly low: number;
  readonly high: number;
}

/** Distances between ticks, in decades: each at most twice the one before, so that five ticks always fit. */
const strides = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200] as const;

/**
 * The decades that hold an extent's finite values, at least `least` of them. It keeps the `previous`
 * ones while the values wander inside, widens them outward when they leave, and gives them up only
 * when they are more than twice what is needed.
 */
export function decadesOf(extent: Extent, least: number, previous?: Decades): Decades {
  const needed = hold(extent, least);
  if (!previous) return needed;
  const low = Math.min(needed.low, previous.low);
  const high = Math.max(needed.high, previous.high);
  if (high - low > 2 * (needed.high - needed.low)) return needed;
  return low === previous.low && high === previous.high ? previous : { low, high };
}

function hold(extent: Extent, least: number): Decades {
  const isEmpty = extent.high === 0;
  const low = isEmpty ? 0 : Math.floor(Math.log10(extent.low));
  const high = isEmpty ? 0 : Math.ceil(Math.log10(extent.high));
  const missing = Math.max(0, least - (high - low));
  return { low: low - Math.floor(missing / 2), high: high + Math.ceil(missing / 2) };
}

/**
 * A logarithmic axis: `log10` on a linear scale with ticks of its own, at most `mostTicks` of them.
 * The domain is the decades, rounded outward to ticks.
 */
export function logAxis({ low, high }: Decades, extent: Extent, mostTicks = 8): Axis {
  const stride = strideFor(low, high, mostTicks);
  const first = Math.floor(low / stride);
  const last = Math.ceil(high / stride);
  const powers = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * stride);
  const ticks = high - low <= 2 && mostTicks >= 7 ? withinDecades(powers) : powers.map(power);
  return withRows([first * stride, last * stride], ticks, extent, Math.log10, mostTicks);
}

function strideFor(low: number, high: number, mostTicks: number): number {
  const fits = (stride: number) =>
    Math.ceil(high / stride) - Math.floor(low / stride) + 1 <= mostTicks;
  return strides.find(fits) ?? Math.max(1, high - low);
}

function power(exponent: number): Tick {
  return { y: exponent, kind: 'finite', label: formatPower(exponent) };
}

/** Ticks at 1, 2 and 5 of every decade, for ranges of one or two. */
function withinDecades(powers: readonly number[]): readonly Tick[] {
  return powers.flatMap((exponent, index) =>
    (index === powers.length - 1 ? [1] : [1, 2, 5]).map((digit) => ({
      y: exponent + Math.log10(digit),
      kind: 'finite' as const,
      label: formatTick(digit * 10 ** exponent),
    })),
  );
}
