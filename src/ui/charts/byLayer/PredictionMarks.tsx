import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import type { PredictedLine } from '../../../theory/prediction';
import type { Axis } from '../axes/axis';

interface PredictionMarksProps {
  readonly prediction: PredictedLine;
  readonly name: string;
  readonly axis: Axis;
}

/** Room that the name of the line takes, in CSS pixels. */
const nameWidth = 150;

/** The mean-field prediction, dashed, with the band in which a network of this width is expected. */
export function PredictionMarks({ prediction, name, axis }: PredictionMarksProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const { line, band } = prediction;
  const point = (norm: number, index: number) =>
    `${x(index + 1) ?? 0},${y(axis.place(norm).y) ?? plot.y}`;
  const upper = band?.map(({ high }, index) => point(high, index)) ?? [];
  const lower = band?.map(({ low }, index) => point(low, index)).toReversed() ?? [];
  const middle = Math.floor(line.length / 2);
  const at = x(middle + 1) ?? 0;
  const rises = (line[0] ?? 0) < (line.at(-1) ?? 0);
  const isNarrow = plot.width < 2 * nameWidth;
  return (
    <>
      {band && <polygon className="prediction-band" points={[...upper, ...lower].join(' ')} />}
      <polyline className="prediction-line" points={line.map(point).join(' ')} />
      {!isNarrow && (
        <ZIndexLayer zIndex={460}>
          <text
            className="prediction-name"
            x={at}
            y={Math.max(plot.y + 12, (y(axis.place(line[middle] ?? 1).y) ?? 0) - 12)}
            textAnchor={rises ? 'end' : 'start'}
          >
            {name}
          </text>
        </ZIndexLayer>
      )}
    </>
  );
}
