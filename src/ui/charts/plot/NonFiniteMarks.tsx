import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { Axis } from '../axes/axis';
import type { Stretch } from '../series/trace';

/** The pattern of everything that is not finite: a shape, for those who do not see color. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={5}
        height={5}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={5} height={5} fill="var(--panel)" />
        <rect width={2} height={5} fill="var(--ink-2)" />
      </pattern>
    </defs>
  );
}

interface NonFiniteMarksProps {
  readonly stretches: readonly Stretch[];
  readonly axis: Axis;
  readonly hatch: string;
  /** How far a mark reaches to both sides of its place, on the horizontal axis. */
  readonly reach: number;
  /** The horizontal axis the stretches lie on. */
  readonly xAxisId?: string;
}

const glyphs = { infinite: '∞', nan: 'NaN' } as const;
const height = 9;
const leastWidth = 7;
const glyphGap = 26;

/** Hatched bars with a glyph, in the rows at the top edge, where values are ∞ or NaN. */
export function NonFiniteMarks(props: NonFiniteMarksProps) {
  const { stretches, axis, hatch, reach, xAxisId } = props;
  const x = useXAxisScale(xAxisId);
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  let free = { infinite: -Infinity, nan: -Infinity };
  return stretches.map(({ from, to, kind }) => {
    const center = ((x(from) ?? 0) + (x(to) ?? 0)) / 2;
    const width = Math.max(leastWidth, (x(to + reach) ?? 0) - (x(from - reach) ?? 0));
    const row = y(axis.place(kind === 'nan' ? NaN : Infinity).y) ?? plot.y;
    const hasRoom = center - free[kind] >= glyphGap;
    if (hasRoom) free = { ...free, [kind]: center };
    const isAtEnd = plot.x + plot.width - center < glyphGap / 2;
    return (
      <g key={`${kind}${from}`} className="chart-non-finite">
        <rect
          x={center - width / 2}
          y={row - height / 2}
          width={width}
          height={height}
          rx={2}
          fill={`url(#${hatch})`}
        />
        {hasRoom && (
          <text
            x={isAtEnd ? center - width : center}
            y={row}
            dy="0.35em"
            textAnchor={isAtEnd ? 'end' : 'middle'}
          >
            {glyphs[kind]}
          </text>
        )}
      </g>
    );
  });
}
