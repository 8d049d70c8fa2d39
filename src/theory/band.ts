import type { LayerTheory } from './propagation';

/** The smallest batch for which the band was checked; a single sample scatters more. */
const smallestBatch = 8;

/** Bounds of a norm. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Where `‖∂L/∂h_l‖` of a network of finite width is expected around its predicted `line`, both from
 * layer 1: in ln of the squared norm, `−β_l/4 ± 2√(β_l/2)` with `β_l = Σ κ_k/n_k` over the layers
 * between l and the last hidden one, where the line is anchored. For one sample `ln` scatters as
 * `N(−β/2, β)` (Hanin and Nica 2019); a batch averages part of it away. Null for small batches.
 */
export function bandAround(
  line: readonly number[],
  layers: readonly LayerTheory[],
  widths: readonly number[],
  batch: number,
): readonly Range[] | null {
  if (batch < smallestBatch) return null;
  let beta = 0;
  const band: Range[] = [];
  for (let index = line.length - 1; index >= 0; index--) {
    const norm = line[index] ?? Number.NaN;
    const halfWidth = 2 * Math.sqrt(beta / 2);
    const bound = (side: number) => norm * Math.exp((-beta / 4 + side * halfWidth) / 2);
    band.unshift({ low: bound(-1), high: bound(1) });
    beta += (layers[index]?.kappa ?? 0) / (widths[index] ?? 1);
  }
  return band;
}
