import { usePlotArea, useXAxisScale } from 'recharts';
import type { EventMark } from './events';

/** Room that a label takes, in CSS pixels: labels closer than that to the one before are left out. */
const labelWidth = 110;

/** A dashed line with a label at every step where a setting was changed. */
export function EventMarks({ marks }: { marks: readonly EventMark[] }) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  if (!x || !plot) return null;
  const bottom = plot.y + plot.height;
  let free = -Infinity;
  return marks.map(({ step, label }) => {
    const at = x(step) ?? plot.x;
    const isLabeled = at >= free;
    if (isLabeled) free = at + labelWidth;
    const isNearEnd = at + labelWidth > plot.x + plot.width;
    return (
      <g key={step} className="chart-event">
        <title>{label}</title>
        <line x1={at} x2={at} y1={plot.y} y2={bottom} />
        {isLabeled && (
          <text
            x={isNearEnd ? at - 4 : at + 4}
            y={bottom - 5}
            textAnchor={isNearEnd ? 'end' : 'start'}
          >
            {label}
          </text>
        )}
      </g>
    );
  });
}
