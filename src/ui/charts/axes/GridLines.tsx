import { usePlotArea, useYAxisScale } from 'recharts';
import type { Axis } from './axis';

/** A line across the plot at every tick of its vertical axis. */
export function GridLines({ axis }: { readonly axis: Axis }) {
  const scale = useYAxisScale();
  const plot = usePlotArea();
  if (!scale || !plot) return null;
  return axis.ticks.map(({ y }) => (
    <line
      key={y}
      className="chart-grid"
      x1={plot.x}
      x2={plot.x + plot.width}
      y1={scale(y)}
      y2={scale(y)}
    />
  ));
}
