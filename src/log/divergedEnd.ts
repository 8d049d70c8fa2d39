import { gap } from './numbers';
import { type Column, type Table, valueAt } from './table';

/** Fewest steps without any value at the end that are taken for a divergence. */
const fewestEmpty = 2;

/**
 * Writes NaN where a training broke: tools leave such cells empty. Only where every row before had its values, the rows
 * go on to the end without one, and nothing else stands in them that was not there before.
 */
export function fillDivergedEnd(
  table: Table,
  values: readonly Column[],
  keys: Column | null,
): void {
  const isDense = (column: Column, rows: number) => {
    for (let row = 0; row < rows; row++) if (valueAt(column, row) === gap) return false;
    return true;
  };
  let cut = 0;
  for (const column of values) {
    let last = table.rows - 1;
    while (last >= cut && valueAt(column, last) === gap) last--;
    cut = Math.max(cut, last + 1);
  }
  const perStep = keys?.words?.length ?? 1;
  if (cut < 4 * perStep || table.rows - cut < fewestEmpty * perStep) return;
  const dense = values.filter((column) => isDense(column, cut));
  const isNew = (column: Column) => {
    if (column.words) return false;
    for (let row = cut; row < table.rows; row++) {
      if (valueAt(column, row) !== gap) return !isDense(column, cut);
    }
    return false;
  };
  if (dense.length === 0 || dense.length < values.length || table.columns.some(isNew)) return;
  for (const column of dense) {
    const filled = new Float64Array(table.rows).fill(Number.NaN);
    filled.set(column.numbers.subarray(0, cut));
    column.numbers = filled;
  }
}
