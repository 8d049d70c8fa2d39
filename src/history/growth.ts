import { layersUpTo } from '../base/layers';
import type { History } from './history';

/** The growth over all hidden layers beyond which a gradient explodes, and below which it vanishes. */
export const growthBounds = { exploding: 100, vanishing: 0.01 } as const;

/** Growth of `‖∂L/∂h‖` towards the input over the hidden layers of one record. */
export interface Growth {
  /** `(‖∂L/∂h_1‖ / ‖∂L/∂h_{D−1}‖)^(1/(D−2))`: the geometric mean factor per layer. */
  readonly perLayer: number;
  /** The factor over all hidden layers. Both are 0 where nothing of the gradient arrives at layer 1. */
  readonly total: number;
}

/** The growth at the record at `index`; undefined below depth 3, where no two hidden layers exist. */
export function growthAt(history: History, index: number): Growth | undefined {
  const { depth } = history.shape;
  if (depth < 3 || index < 0 || index >= history.length) return undefined;
  const first = history.layerAt(index, 'gradH', 1);
  const last = history.layerAt(index, 'gradH', depth - 1);
  const total = first === 0 && last === 0 ? 0 : first / last;
  return { perLayer: total ** (1 / (depth - 2)), total };
}

/** Finds the hidden layer nearest to the output whose gradient is exactly 0, as it is in all before it; null where none is. */
export function silentFrom(history: History, index: number): number | null {
  const isSilent = (layer: number) => history.layerAt(index, 'gradH', layer) === 0;
  return layersUpTo(history.shape.depth - 1).findLast(isSilent) ?? null;
}
