/** How a value stands on an axis. */
export type Kind = 'finite' | 'zero' | 'infinite' | 'nan';

/** Where a value stands: `y` is finite and inside the axis's domain, whatever the value. */
export interface Placed {
  readonly y: number;
  readonly kind: Kind;
}

/** A labeled position; one of a `kind` other than finite is a row of its own at the edge. */
export interface Tick {
  readonly y: number;
  readonly kind: Kind;
  readonly label: string;
}

/** A vertical axis that holds every float64: the finite ones set its scale, the others get a row. */
export interface Axis {
  readonly domain: readonly [low: number, high: number];
  readonly ticks: readonly Tick[];
  place(value: number): Placed;
}

/** What an axis has to show: the bounds of the finite values, and which others there are. */
export interface Extent {
  /** Smallest and largest finite positive value; `Infinity` and 0 where there is none. */
  readonly low: number;
  readonly high: number;
  readonly zero: boolean;
  readonly infinite: boolean;
  readonly nan: boolean;
}

/** Gathers the extent of values that were measured. */
export function extentOf(values: Iterable<number>): Extent {
  const extent = { low: Infinity, high: 0, zero: false, infinite: false, nan: false };
  for (const value of values) {
    const kind = kindOf(value);
    if (kind === 'zero') extent.zero = true;
    else if (kind === 'infinite') extent.infinite = true;
    else if (kind === 'nan') extent.nan = true;
    else {
      extent.low = Math.min(extent.low, value);
      extent.high = Math.max(extent.high, value);
    }
  }
  return extent;
}

/** The kind of a value; nothing that is measured is negative, and what is counts as zero. */
export function kindOf(value: number): Kind {
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'infinite';
  return value > 0 ? 'finite' : 'zero';
}

/** Height of a row at the edge as a share of the span of the finite values. */
const rowHeight = 0.12;

const rowLabels = { zero: '0', infinite: '∞', nan: 'NaN' } as const;

/**
 * Adds to a scale from `low` to `high` the rows that an extent needs: 0 below; ∞, then NaN above. A tick
 * nearer to a row than half a tick's room, of which there are `mostTicks`, makes way for it.
 */
export function withRows(
  [low, high]: Axis['domain'],
  ticks: readonly Tick[],
  extent: Pick<Extent, 'zero' | 'infinite' | 'nan'>,
  scale: (value: number) => number,
  mostTicks: number,
): Axis {
  const row = (high - low) * rowHeight;
  const bottom = extent.zero ? low - row : low;
  const infinite = extent.infinite ? high + row : high;
  const top = extent.nan ? infinite + row : infinite;
  const edges = { zero: bottom, infinite, nan: top };
  const rows = (['zero', 'infinite', 'nan'] as const)
    .filter((kind) => extent[kind])
    .map((kind) => ({ y: edges[kind], kind, label: rowLabels[kind] }));
  const room = (top - bottom) / (2 * mostTicks);
  const clear = ticks.filter((tick) => rows.every(({ y }) => Math.abs(y - tick.y) >= room));
  return {
    domain: [bottom, top],
    ticks: [...clear, ...rows].sort((a, b) => a.y - b.y),
    place(value) {
      const kind = kindOf(value);
      const y = kind === 'finite' ? Math.min(high, Math.max(low, scale(value))) : edges[kind];
      return { y, kind };
    },
  };
}
