import type { Point } from '../../history/decimate';

interface SparklineProps {
  /** The loss of each seed over its steps. */
  readonly curves: readonly { readonly seed: number; readonly points: readonly Point[] }[];
  /** Steps that the whole width stands for. */
  readonly steps: number;
}

const width = 84;
const height = 22;
const inset = 2;

/** Losses over the steps on a logarithmic scale, a line per seed that ends with a cross where it is not finite. */
export function Sparkline({ curves, steps }: SparklineProps) {
  const losses = curves.flatMap(({ points }) => points.map(({ value }) => value));
  const logs = losses.filter(isDrawn).map(Math.log);
  const low = Math.min(...logs);
  const span = Math.max(Math.max(...logs) - low, Math.log(2));
  const x = (step: number) => inset + (step / Math.max(1, steps)) * (width - 2 * inset);
  const y = (value: number) =>
    height - inset - ((Math.log(value) - low) / span) * (height - 2 * inset);
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {curves.map(({ seed, points }) => {
        const drawn = points.filter(({ value }) => isDrawn(value));
        const lost = points.find(({ value }) => !Number.isFinite(value));
        const last = drawn.at(-1);
        return (
          <g key={seed}>
            <path d={drawn.map((p, i) => `${i ? 'L' : 'M'}${x(p.step)} ${y(p.value)}`).join('')} />
            {lost && <Cross x={x(lost.step)} y={last ? y(last.value) : inset + 3} />}
          </g>
        );
      })}
    </svg>
  );
}

function Cross({ x, y }: { readonly x: number; readonly y: number }) {
  return <path className="lost" d={`M${x - 2.5} ${y - 2.5}l5 5m0-5l-5 5`} />;
}

function isDrawn(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}
