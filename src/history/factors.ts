import type { History } from './history';
import { absent } from './measures';

/**
 * The chain rule through one layer, as measured on a whole batch: each factor is a ratio of 2-norms, `absent` where
 * it would be one to 0, for no gradient arrives there. The output layer has neither an activation function nor a skip.
 */
export interface Factors {
  readonly layer: number;
  /** What the weights do: `‖δ_l W_lᵀ‖ / ‖δ_l‖`. */
  readonly weights: number;
  /** What activation function and normalization do: `‖δ_l‖ / ‖∂L/∂h_l‖`; 1 at the output layer. */
  readonly activation: number;
  /**
   * What the skip does to the sum of both paths: `‖∂L/∂h_{l−1}‖` over the part that came through the
   * weights; 1 without a skip.
   */
  readonly skip: number;
  /** The product of all: `‖∂L/∂h_{l−1}‖ / ‖∂L/∂h_l‖`, at the output layer over `‖δ_D‖`. */
  readonly total: number;
}

/** The factors of every layer at the record at `index`, layer 1 first: their product is the explosion. */
export function factorsAt(history: History, index: number): readonly Factors[] {
  const { depth } = history.shape;
  return Array.from({ length: depth }, (_, offset) => {
    const layer = offset + 1;
    const at = (measure: 'gradH' | 'gradZ' | 'gradBranch', of: number) =>
      history.layerAt(index, measure, of);
    const delta = at('gradZ', layer);
    const arriving = layer === depth ? delta : at('gradH', layer);
    const passed = at('gradH', layer - 1);
    const branch = at('gradBranch', layer);
    const through = branch === absent ? passed : branch;
    return {
      layer,
      weights: ratio(through, delta),
      activation: ratio(delta, arriving),
      skip: ratio(passed, through),
      total: ratio(passed, arriving),
    };
  });
}

/** The product of the whole factors from the output back to a layer; `absent` where the loss has no gradient at all. */
export function productTo(factors: readonly Factors[], layer: number): number {
  const totals = factors.slice(layer - 1).map(({ total }) => total);
  if (totals.includes(0)) return 0;
  return totals.includes(absent) ? absent : totals.reduce((product, total) => product * total, 1);
}

/** A norm over another one; `absent` over 0. */
export function ratio(norm: number, reference: number): number {
  return reference === 0 ? absent : norm / reference;
}
