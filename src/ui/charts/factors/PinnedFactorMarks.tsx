import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { Factors } from '../../../history/factors';
import type { Axis } from '../axes/axis';
import { isFactor } from './factorAxis';

/** The factors of a pinned run. */
export interface PinnedFactors {
  readonly id: string;
  readonly color: string;
  readonly factors: readonly Factors[];
}

interface PinnedFactorMarksProps {
  readonly pinned: readonly PinnedFactors[];
  readonly axis: Axis;
  readonly depth: number;
}

/** A stroke across each layer at the whole factor that a pinned run has there. */
export function PinnedFactorMarks({ pinned, axis, depth }: PinnedFactorMarksProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const half = (plot.width / depth) * 0.45;
  return pinned.map(({ id, color, factors }) => (
    <path
      key={id}
      stroke={color}
      strokeWidth={2}
      d={factors
        .filter(({ layer, total }) => layer <= depth && isFactor(total))
        .map(({ layer, total }) => {
          const height = (y(axis.place(total).y) ?? 0).toFixed(1);
          return `M${((x(layer) ?? 0) - half).toFixed(1)} ${height}h${(2 * half).toFixed(1)}`;
        })
        .join('')}
    />
  ));
}
