import { useXAxisScale, useYAxisScale } from 'recharts';
import { type DrawnPoint, lonePoints } from '../series/trace';

interface Line {
  readonly id: string;
  readonly color: string;
  readonly points: readonly DrawnPoint[];
}

/** Dots for the points that no line reaches, such as the only one of a run that has not begun. */
export function LoneMarks({ lines }: { lines: readonly Line[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return lines.flatMap(({ id, color, points }) =>
    lonePoints(points).map((point) => (
      <circle key={`${id} ${point.step}`} cx={x(point.step)} cy={y(point.y)} r={3.5} fill={color} />
    )),
  );
}
