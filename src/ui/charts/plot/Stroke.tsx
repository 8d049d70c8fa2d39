import { useXAxisScale, useYAxisScale } from 'recharts';

interface StrokeProps {
  /** Places on both axes, left to right; the line breaks where `y` is null. */
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
  readonly color: string;
  readonly width: number;
  readonly opacity?: number;
  /** Dashes as SVG writes them. */
  readonly dash?: string | undefined;
}

/** A line through points of one chart, drawn as one path and nothing more. */
export function Stroke({ points, color, width, opacity = 1, dash }: StrokeProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  let isOpen = false;
  const path = points.map((point) => {
    if (point.y === null) {
      isOpen = false;
      return '';
    }
    const command = isOpen ? 'L' : 'M';
    isOpen = true;
    return `${command}${(x(point.x) ?? 0).toFixed(1)} ${(y(point.y) ?? 0).toFixed(1)}`;
  });
  return (
    <path
      className="chart-stroke"
      d={path.join('')}
      stroke={color}
      strokeWidth={width}
      strokeOpacity={opacity}
      strokeDasharray={dash}
    />
  );
}
