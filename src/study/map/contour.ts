/** A straight piece of a line. */
export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/**
 * Where a field over a grid is 0, by marching squares (Lorensen and Cline 1987, in two dimensions)
 * with linear interpolation; in a saddle the mean of the corners decides. Around a value that is not
 * finite there is no line. `valueAt` gets the indices of positions.
 */
export function zeroLine(
  xs: readonly number[],
  ys: readonly number[],
  valueAt: (column: number, row: number) => number,
): readonly Segment[] {
  const corner = (column: number, row: number): Corner => ({
    x: xs[column] ?? 0,
    y: ys[row] ?? 0,
    value: valueAt(column, row),
  });
  return ys.slice(1).flatMap((_, row) =>
    xs.slice(1).flatMap((__, column) =>
      // Around the square, so that neighbours in the list share an edge.
      inSquare([
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ]),
    ),
  );
}

function inSquare(corners: readonly Corner[]): readonly Segment[] {
  if (!corners.every(({ value }) => Number.isFinite(value))) return [];
  const crossings = corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length];
    return to && from.value >= 0 !== to.value >= 0 ? [crossing(from, to)] : [];
  });
  const [a, b, c, d] = crossings;
  if (!a || !b) return [];
  if (!c || !d) return [segment(a, b)];
  const mean = corners.reduce((sum, { value }) => sum + value, 0) / corners.length;
  const isFirstAlone = mean >= 0 !== (corners[0]?.value ?? 0) >= 0;
  return isFirstAlone ? [segment(d, a), segment(b, c)] : [segment(a, b), segment(c, d)];
}

function crossing(from: Corner, to: Corner) {
  const share = from.value / (from.value - to.value);
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

type Point = ReturnType<typeof crossing>;

function segment(from: Point, to: Point): Segment {
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}
