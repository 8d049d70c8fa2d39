import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import type { Axis, Kind } from '../axes/axis';

/** What is drawn for a layer. */
export interface LayerMark {
  readonly layer: number;
  readonly kind: Kind | 'absent';
  /** Height on the axis, inside its domain. */
  readonly y: number;
  readonly color: string;
}

/** Height of the strip of cells under the plot, with its gap above. */
export const stripHeight = 22;

const cellGap = 6;
const cellHeight = stripHeight - cellGap;
const glyphs = { infinite: '∞', nan: 'NaN' } as const;

/** A stem and a dot for every layer, and the layers themselves as a strip of cells, input on the left. */
export function LayerMarks({ marks, axis, hatch }: LayerMarksProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const band = plot.width / Math.max(1, marks.length);
  const bottom = y(axis.domain[0]) ?? plot.y + plot.height;
  const placed = marks.map((mark) => ({
    ...mark,
    isOnLine: mark.kind === 'finite' || mark.kind === 'zero',
    x: x(mark.layer) ?? 0,
    y: y(mark.y) ?? bottom,
  }));
  const onLine = placed.filter(({ isOnLine }) => isOnLine);
  return (
    <>
      {onLine.map((mark) => (
        <line
          key={mark.layer}
          className="chart-stem"
          x1={mark.x}
          x2={mark.x}
          y1={bottom}
          y2={mark.y}
          stroke={mark.color}
          strokeWidth={Math.min(9, band * 0.5)}
        />
      ))}
      {placed.map((mark) => (
        <Cell
          key={mark.layer}
          {...mark}
          top={bottom + cellGap}
          width={Math.min(30, band * 0.86)}
          hatch={hatch}
        />
      ))}
      <ZIndexLayer zIndex={450}>
        {onLine.map((mark) => (
          <circle
            key={mark.layer}
            className="chart-dot"
            cx={mark.x}
            cy={mark.y}
            r={Math.max(1.6, Math.min(4.5, band * 0.35))}
            fill={mark.color}
          />
        ))}
      </ZIndexLayer>
    </>
  );
}

interface LayerMarksProps {
  readonly marks: readonly LayerMark[];
  readonly axis: Axis;
  readonly hatch: string;
}

interface CellProps extends LayerMark {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly hatch: string;
}

function Cell({ kind, x, top, width, color, hatch }: CellProps) {
  const glyph = kind === 'infinite' || kind === 'nan' ? glyphs[kind] : undefined;
  const fits = glyph !== undefined && width >= 9 * glyph.length;
  return (
    <g className={`chart-cell chart-cell-${kind}`}>
      <rect
        x={x - width / 2}
        y={top}
        width={width}
        height={cellHeight}
        rx={Math.min(3, width / 4)}
        fill={glyph === undefined ? color : `url(#${hatch})`}
      />
      {fits && (
        <text x={x} y={top + cellHeight / 2} dy="0.35em" textAnchor="middle">
          {glyph}
        </text>
      )}
    </g>
  );
}
