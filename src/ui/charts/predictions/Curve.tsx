import { clamp } from '../../../base/clamp';
import type { Rows } from '../../../experiment/data';
import type { Predictions } from '../../../history/inspection';
import { mostPoints } from './samples';

interface CurveProps {
  readonly curve: Extract<Predictions, { kind: 'curve' }>;
  readonly rows: Rows;
  readonly name: string;
}

const width = 100;
const height = 62;

/** The function that the network has fitted, over the samples. */
export function Curve({ curve, rows, name }: CurveProps) {
  const left = curve.x[0] ?? 0;
  const right = curve.x.at(-1) ?? 1;
  const low = Math.min(...rows.targets);
  const high = Math.max(...rows.targets);
  const reach = 0.35 * (high - low || 1);
  const x = (value: number) => (width * (value - left)) / (right - left);
  const y = (value: number) =>
    height * (1 - (value - (low - reach)) / (high - low + 2 * reach || 1));
  const points = Array.from(curve.x, (value, index) => [x(value), y(curve.y[index] ?? 0)] as const)
    .filter(([, at]) => Number.isFinite(at))
    .map(([at, up]) => `${at.toFixed(2)},${clamp(up, -2, height + 2).toFixed(2)}`);
  return (
    <svg className="curve" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      {Array.from(rows.targets.subarray(0, mostPoints).keys()).map((row) => (
        <circle
          key={row}
          className="curve-point"
          cx={x(rows.features[row] ?? 0)}
          cy={y(rows.targets[row] ?? 0)}
          r={0.9}
        />
      ))}
      <polyline className="curve-line" points={points.join(' ')} />
    </svg>
  );
}
