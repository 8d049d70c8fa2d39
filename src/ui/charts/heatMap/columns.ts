import type { History } from '../../../history/history';
import type { Quantity } from '../../../state/app';
import { type Cell, cellsAt, moreExtreme } from './cells';

/** A run's cells in columns of equally many steps: each cell is the most extreme of its column. */
export interface Columns {
  /** Steps per column, a power of two. */
  readonly size: number;
  /** Columns from step 0 to the newest. */
  readonly count: number;
  /** The cells of a column, layer 1 first; where it has no record, those of the last one before it. */
  at(column: number): readonly Cell[];
  /** Takes in what the history has gained, in at most `most` columns. */
  update(most: number): void;
}

/** The columns of a history that has at least one record, kept for as long as the history is. */
export function columnsOf(history: History, quantity: Quantity): Columns {
  const ofHistory = kept.get(history) ?? new Map<Quantity, Columns>();
  kept.set(history, ofHistory);
  const columns = ofHistory.get(quantity) ?? createColumns(history, quantity);
  ofHistory.set(quantity, columns);
  return columns;
}

const kept = new WeakMap<History, Map<Quantity, Columns>>();

/**
 * Empty columns over a history. Each record is read once: columns that become too many merge in pairs,
 * and what the history has thinned since stays. Only the newest record, which may be measured again,
 * is taken back before every update, and only room for more columns begins anew.
 */
export function createColumns(history: History, quantity: Quantity): Columns {
  let size = 1;
  let columns: (readonly Cell[] | undefined)[] = [];
  let settled = -1;
  let takeBack = () => {};

  function add(index: number) {
    const column = Math.floor(history.at(index, 'step') / size);
    const before = columns[column];
    const cells = cellsAt(history, index, quantity);
    columns[column] = before ? moreExtreme(before, cells) : cells;
    takeBack = () => {
      columns[column] = before;
    };
  }

  function makeRoom(newestStep: number, most: number) {
    const fitting = sizeFor(newestStep, most);
    if (fitting < size) {
      columns = [];
      settled = -1;
      size = fitting;
    }
    for (; size < fitting; size *= 2) columns = inPairs(columns);
  }

  return {
    get size() {
      return size;
    },
    get count() {
      return columns.length;
    },
    at(column) {
      for (let at = column; at >= 0; at--) {
        const cells = columns[at];
        if (cells) return cells;
      }
      return [];
    },
    update(most) {
      const newest = history.length - 1;
      takeBack();
      makeRoom(history.at(newest, 'step'), most);
      const first = history.at(0, 'step') > settled ? 0 : history.indexOf(settled) + 1;
      for (let index = first; index <= newest; index++) add(index);
      settled = history.at(newest - 1, 'step');
    },
  };
}

/** The smallest power of two steps per column with which steps 0 … `newest` fit into `most` columns. */
function sizeFor(newest: number, most: number): number {
  let size = 1;
  while (Math.floor(newest / size) + 1 > Math.max(1, most)) size *= 2;
  return size;
}

function inPairs(columns: readonly (readonly Cell[] | undefined)[]) {
  return Array.from({ length: Math.ceil(columns.length / 2) }, (_, index) => {
    const [first, second] = [columns[2 * index], columns[2 * index + 1]];
    return first && second ? moreExtreme(first, second) : (first ?? second);
  });
}
