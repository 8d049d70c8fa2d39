import { usePlotArea, useYAxisScale } from 'recharts';
import type { Axis } from '../axes/axis';
import type { Trace } from '../series/trace';

/** Distance that labels keep from each other, in CSS pixels. */
const gap = 13;

/** Names lines at their right end, moved apart where they would overlap. */
export function EndLabels({ traces, axis }: { traces: readonly Trace[]; axis: Axis }) {
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!y || !plot) return null;
  const labels = traces.flatMap(({ id, label, color, labeled, points }) => {
    const last = points.at(-1);
    return labeled && last ? [{ id, label, color, y: y(axis.place(last.value).y) ?? plot.y }] : [];
  });
  return apart(labels, plot.y + plot.height).map(({ id, label, color, y }) => (
    <text key={id} className="chart-end-label" x={plot.x + plot.width + 6} y={y} fill={color}>
      {label}
    </text>
  ));
}

/** Moves what stands closer than the gap down, then up again from the bottom edge. */
function apart<Item extends { readonly y: number }>(
  items: readonly Item[],
  bottom: number,
): readonly Item[] {
  const ordered = [...items].sort((a, b) => a.y - b.y);
  const down: Item[] = [];
  for (const item of ordered) {
    const before = down.at(-1);
    down.push({ ...item, y: before ? Math.max(item.y, before.y + gap) : item.y });
  }
  const up: Item[] = [];
  for (const item of down.toReversed()) {
    const after = up.at(-1);
    up.push({ ...item, y: Math.min(item.y, after ? after.y - gap : bottom) });
  }
  return up;
}
