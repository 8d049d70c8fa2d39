import type { XAxisProps } from 'recharts';
import { layerDomainOf, layerTicks } from './norms';

/** The properties with which recharts draws an axis over layers, on a chart of this width in CSS pixels. */
export function layerAxisProps(depth: number, width: number): XAxisProps {
  return {
    domain: layerDomainOf(depth),
    ticks: [...layerTicks(depth, width / 40)],
  };
}
