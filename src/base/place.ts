/** A place in a text, from 1: lines as an editor counts them; columns as characters, in a table as cells of a row. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Line breaks within the quoted cells of a row: its next row begins that many lines later. */
export function breaksIn(cells: readonly string[]): number {
  return cells.reduce(
    (sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0),
    0,
  );
}
