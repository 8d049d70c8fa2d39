import { useXAxisScale, useYAxisScale } from 'recharts';
import { type DrawnTrace, lonePoints } from './trace';

/** Dots for the points that no line reaches, such as the only one of a run that has not begun. */
export function LoneMarks({ traces }: { traces: readonly DrawnTrace[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return traces.flatMap(({ id, color, points }) =>
    lonePoints(points).map((point) => (
      <circle
        key={`${id} ${point.step}`}
        cx={x(point.step)}
        cy={y(point.y)}
        r={3.5}
        fill={color}
      />
    )),
  );
}
