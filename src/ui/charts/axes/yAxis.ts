import type { YAxisProps } from 'recharts';
import type { Axis } from './axis';
import { tickText } from './tickText';

/** Most ticks that a vertical axis has room for, on a plot of this height in CSS pixels. */
export function mostTicksFor(height: number): number {
  return Math.max(3, Math.min(8, Math.floor(height / 22)));
}

/** The properties with which recharts draws an axis as it is. */
export function yAxisProps(axis: Axis): YAxisProps {
  const labels = new Map(axis.ticks.map(({ y, label }) => [y, label]));
  return {
    type: 'number',
    domain: [...axis.domain],
    ticks: [...labels.keys()],
    tickFormatter: (y: number) => labels.get(y) ?? '',
    tick: tickText,
    interval: 0,
    allowDataOverflow: true,
    axisLine: false,
    tickLine: false,
  };
}
