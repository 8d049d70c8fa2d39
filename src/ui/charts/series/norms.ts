import { ratio } from '../../../history/factors';
import type { History } from '../../../history/history';
import { absent } from '../../../history/measures';
import type { Quantity } from '../../../state/store/app';

/** The norms of one record by layer: layer 1 first. */
export interface Profile {
  readonly step: number;
  readonly norms: readonly number[];
  /** What the norms are compared with. */
  readonly reference: number;
}

/** The profiles that are drawn by layer: one record's, and before it a few spread over the run. */
export interface Profiles {
  readonly depth: number;
  readonly shown: Profile;
  /** Oldest first. */
  readonly earlier: readonly Profile[];
}

const mostEarlier = 4;

/** Gathers a quantity by layer from the record at `last` of a history, and from records before it. */
export function profilesOf(history: History, last: number, quantity: Quantity): Profiles {
  const { depth } = history.shape;
  const profile = (index: number): Profile => ({
    step: history.at(index, 'step'),
    norms: Array.from({ length: depth }, (_, layer) => normAt(history, index, quantity, layer + 1)),
    reference: referenceAt(history, index, quantity),
  });
  const spread = Array.from({ length: mostEarlier }, (_, k) =>
    Math.floor((last * k) / mostEarlier),
  );
  const earlier = [...new Set(spread)].filter((index) => index < last);
  return { depth, shown: profile(last), earlier: earlier.map(profile) };
}

/**
 * A layer's norm at the record at `index`, layers 1 … depth; `absent` where it was not measured. The
 * output layer has no activation: for `gradH` it stands with ‖δ_D‖, the gradient at its own output.
 */
export function normAt(history: History, index: number, quantity: Quantity, layer: number): number {
  const isOutput = layer === history.shape.depth;
  return history.layerAt(index, quantity === 'gradH' && isOutput ? 'gradZ' : quantity, layer);
}

/**
 * What a quantity is compared with at a record: where its signal comes from, the output layer, or the input for
 * the activations; `absent` where that was not measured.
 */
export function referenceAt(history: History, index: number, quantity: Quantity): number {
  if (quantity === 'actRms') return history.layerAt(index, 'actRms', 0);
  return normAt(history, index, quantity, history.shape.depth);
}

/** A norm over what it is compared with; `absent` where one of them was not measured, or where that is 0. */
export function factorOver(norm: number, reference: number): number {
  return norm === absent || reference === absent ? absent : ratio(norm, reference);
}

/** A quantity by layer of another run at a step, or at its last before it; layer 1 first. */
export function normsAt(history: History, step: number, quantity: Quantity): readonly number[] {
  const index = history.indexOf(step);
  return Array.from({ length: history.shape.depth }, (_, layer) =>
    normAt(history, index, quantity, layer + 1),
  );
}
