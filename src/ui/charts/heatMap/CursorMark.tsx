import type { Box } from './layout';

/** Least size of the frame around the read cell, in CSS pixels. */
const leastFrame = 6;

interface CursorMarkProps {
  /** All cells, and the one that is read. */
  readonly plot: Box;
  readonly box: Box;
}

/** Frames the cell that is read and leads from it to both axes. */
export function CursorMark({ plot, box }: CursorMarkProps) {
  const width = Math.max(leastFrame, box.width);
  const height = Math.max(leastFrame, box.height);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return (
    <g className="heat-map-cursor">
      <line x1={x} x2={x} y1={y + height / 2} y2={plot.y + plot.height} />
      <line x1={plot.x} x2={x - width / 2} y1={y} y2={y} />
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} />
    </g>
  );
}
