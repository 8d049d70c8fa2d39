import { usePlotArea, useXAxisScale } from 'recharts';
import { labelEvents } from './eventLabels';
import type { EventMark } from './events';

/** Height of the numbers above their lines, in CSS pixels. */
const numberHeight = 12;

/** A dashed line at every step where a setting was changed, under its number. */
export function EventMarks({ marks }: { marks: readonly EventMark[] }) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  if (!x || !plot) return null;
  const place = (step: number) => x(step) ?? plot.x;
  return (
    <g className="chart-event">
      {marks.map(({ step, label }) => (
        <g key={step}>
          <title>{label}</title>
          <line
            x1={place(step)}
            x2={place(step)}
            y1={plot.y + numberHeight}
            y2={plot.y + plot.height}
          />
        </g>
      ))}
      {labelEvents(marks, place, plot.x + plot.width).map(({ text, at }) => (
        <text key={text} x={at} y={plot.y + numberHeight - 3} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}
