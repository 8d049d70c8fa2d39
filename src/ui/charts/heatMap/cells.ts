import type { History } from '../../../history/history';
import { absent } from '../../../history/measures';
import type { Quantity } from '../../../state/store/app';
import { amplificationOf } from '../colors/amplification';
import { normAt, referenceAt } from '../series/norms';

/** What one cell of the heat map shows: a layer's norm at a step. */
export interface Cell {
  readonly step: number;
  /** The norm, possibly ∞ or NaN; `absent` where it was not measured. */
  readonly norm: number;
  /** What the norm is compared with, at the same step. */
  readonly reference: number;
  /** Where the cell stands on the scale of amplification. */
  readonly place: number | null;
  /** Decades between norm and reference; `Infinity` where the norm is not finite, −1 where absent. */
  readonly extremity: number;
}

/** The cells of the record at `index`, layer 1 first. */
export function cellsAt(history: History, index: number, quantity: Quantity): readonly Cell[] {
  const { depth } = history.shape;
  const step = history.at(index, 'step');
  const reference = referenceAt(history, index, quantity);
  return Array.from({ length: depth }, (_, layer) =>
    cellOf(step, normAt(history, index, quantity, layer + 1), reference),
  );
}

/** Of two rows of cells the more extreme in every layer; of equals the first. */
export function moreExtreme(first: readonly Cell[], second: readonly Cell[]): readonly Cell[] {
  return first.map((cell, index) => {
    const other = second[index];
    return other && other.extremity > cell.extremity ? other : cell;
  });
}

function cellOf(step: number, norm: number, reference: number): Cell {
  const place = amplificationOf(norm, reference);
  return { step, norm, reference, place, extremity: extremityOf(norm, reference, place) };
}

function extremityOf(norm: number, reference: number, place: number | null): number {
  if (norm === absent) return -1;
  if (!Number.isFinite(norm)) return Infinity;
  if (!place) return 0;
  const decades = Math.abs(Math.log10(norm) - Math.log10(reference));
  return Math.min(decades, Number.MAX_VALUE);
}
