import type { History } from './history';

/** The growth over all hidden layers beyond which a gradient explodes, and below which it vanishes. */
export const growthBounds = { exploding: 100, vanishing: 0.01 } as const;

/** Growth of `‖∂L/∂h‖` towards the input over the hidden layers of one record. */
export interface Growth {
  /** `(‖∂L/∂h_1‖ / ‖∂L/∂h_{D−1}‖)^(1/(D−2))`: the geometric mean factor per layer. */
  readonly perLayer: number;
  /** The factor over all hidden layers. */
  readonly total: number;
}

/** The growth at the record at `index`; undefined below depth 3, where no two hidden layers exist. */
export function growthAt(history: History, index: number): Growth | undefined {
  const { depth } = history.shape;
  if (depth < 3 || index < 0 || index >= history.length) return undefined;
  const first = history.layerAt(index, 'gradH', 1);
  const last = history.layerAt(index, 'gradH', depth - 1);
  const total = first / last;
  return { perLayer: total ** (1 / (depth - 2)), total };
}
