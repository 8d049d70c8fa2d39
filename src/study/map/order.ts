/** Distances between the cells of each pass, in cells: every pass fills in between the one before. */
const strides = [8, 4, 2, 1] as const;

/** The indices of all cells, coarse to fine: every 8th in both directions first, then every 4th … */
export function coarseToFine(columns: number, rows: number): readonly number[] {
  const order: number[] = [];
  let coarser: number | undefined;
  for (const stride of strides) {
    for (let row = 0; row < rows; row += stride) {
      for (let column = 0; column < columns; column += stride) {
        const isTaken = coarser && row % coarser === 0 && column % coarser === 0;
        if (!isTaken) order.push(row * columns + column);
      }
    }
    coarser = stride;
  }
  return order;
}

/**
 * The index of the cell that stands for one at a place until it is known itself: its own, else the
 * corner of the smallest block around it that is known; −1 where none is.
 */
export function standIn(
  column: number,
  row: number,
  columns: number,
  isKnown: (index: number) => boolean,
): number {
  for (const stride of strides.toReversed()) {
    const index = (row - (row % stride)) * columns + column - (column % stride);
    if (isKnown(index)) return index;
  }
  return -1;
}
