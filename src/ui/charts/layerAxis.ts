import type { XAxisProps } from 'recharts';
import { layerDomainOf, layerTicks } from './norms';
import { tickStyle } from './yAxis';

/** The properties with which recharts draws an axis over layers, on a chart of this width in CSS pixels. */
export function layerAxisProps(depth: number, width: number): XAxisProps {
  return {
    dataKey: 'layer',
    type: 'number',
    domain: layerDomainOf(depth),
    ticks: [...layerTicks(depth, width / 40)],
    tick: tickStyle,
    interval: 0,
    axisLine: false,
    tickLine: false,
  };
}
