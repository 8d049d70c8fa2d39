import type { History } from '../../../history/history';
import type { Quantity } from '../../../state/store/app';
import { type Cell, cellsAt, moreExtreme } from './cells';

/** A run's cells in columns of equally many steps: each cell is the most extreme of its column. */
export interface Columns {
  /** Steps per column, a power of two. */
  readonly size: number;
  /** Columns from step 0 to the newest. */
  readonly count: number;
  /** The cells of a column, layer 1 first; where it has no record, those of the last one before it. */
  at(column: number): readonly Cell[];
}

type Column = readonly Cell[] | undefined;

/** Columns, and what those of a longer history need to go on from them. */
export interface GatheredColumns extends Columns {
  readonly history: History;
  readonly quantity: Quantity;
  /** The columns without the newest record, which may be measured again. */
  readonly settled: readonly Column[];
  /** The step of the last record that is in them; −1 where there is none. */
  readonly settledStep: number;
}

/**
 * The columns of a history that has at least one record, at most `most` of them. They go on from those before, so that
 * each record is read once: columns that become too many merge in pairs, and what the history has thinned since stays.
 * Only the newest record is read again, and only room for more columns begins anew.
 */
export function gatherColumns(
  history: History,
  quantity: Quantity,
  most: number,
  before: GatheredColumns | null = null,
): GatheredColumns {
  const newest = history.length - 1;
  const size = sizeFor(history.at(newest, 'step'), most);
  const goesOn =
    before?.history === history &&
    before.quantity === quantity &&
    before.size <= size &&
    history.at(0, 'step') <= before.settledStep;
  const columns = goesOn ? merged(before.settled, size / before.size) : [];
  const add = (into: Column[], index: number) => {
    const column = Math.floor(history.at(index, 'step') / size);
    const own = into[column];
    const cells = cellsAt(history, index, quantity);
    into[column] = own ? moreExtreme(own, cells) : cells;
  };
  const first = goesOn ? history.indexOf(before.settledStep) + 1 : 0;
  for (let index = first; index < newest; index++) add(columns, index);
  const settledStep = newest > 0 ? history.at(newest - 1, 'step') : -1;
  const whole = [...columns];
  add(whole, newest);
  return {
    ...{ history, quantity, size, settled: columns, settledStep, count: whole.length },
    at(column) {
      for (let at = column; at >= 0; at--) {
        const cells = whole[at];
        if (cells) return cells;
      }
      return [];
    },
  };
}

/** The smallest power of two steps per column with which steps 0 … `newest` fit into `most` columns. */
function sizeFor(newest: number, most: number): number {
  let size = 1;
  while (Math.floor(newest / size) + 1 > Math.max(1, most)) size *= 2;
  return size;
}

/** Columns merged into `times` fewer, in pairs. */
function merged(columns: readonly Column[], times: number): Column[] {
  if (times <= 1) return [...columns];
  const pairs = Array.from({ length: Math.ceil(columns.length / 2) }, (_, index) => {
    const [first, second] = [columns[2 * index], columns[2 * index + 1]];
    return first && second ? moreExtreme(first, second) : (first ?? second);
  });
  return merged(pairs, times / 2);
}
