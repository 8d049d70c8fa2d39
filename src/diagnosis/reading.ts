import { layersUpTo } from '../base/layers';
import type { Localized } from '../base/localized';
import { activations } from '../catalog/activations';
import { entryOf } from '../catalog/entry';
import { optimizers } from '../catalog/optimizers';
import { type Growth, growthAt, growthBounds } from '../history/growth';
import { absent, type LayerMeasure, type NonFinite } from '../history/measures';
import { firstNonFinite, watchableAt } from '../history/nonFinite';
import type { Evidence } from './finding';

export { growthBounds };

/** `‖Δθ‖/‖θ‖` of the layer that moves most: what is too large, not moving, and what is healthy. */
export const updateBounds = { tooLarge: 0.1, notMoving: 1e-6, least: 1e-4, most: 1e-2 } as const;

/** A measured value and its layer. */
export interface AtLayer {
  readonly layer: number;
  readonly value: number;
}

/** The names of what an experiment chose, as places of a text. */
export function namesOf({ experiment }: Evidence): {
  readonly activation: Localized;
  readonly optimizer: Localized;
} {
  return {
    activation: entryOf(activations, experiment.activation).name,
    optimizer: entryOf(optimizers, experiment.optimizer).name,
  };
}

/** Step of the record looked at. */
export function stepOf({ history, index }: Evidence): number {
  return history.at(index, 'step');
}

/** The hidden layers, 1 … D − 1. */
export function hiddenLayers({ history }: Evidence): readonly number[] {
  return layersUpTo(history.shape.depth - 1);
}

/** A measure of every layer from 1 on where it was measured. */
export function measuredIn(
  { history, index }: Evidence,
  measure: LayerMeasure,
): readonly AtLayer[] {
  return Array.from({ length: history.shape.depth }, (_, offset) => ({
    layer: offset + 1,
    value: history.layerAt(index, measure, offset + 1),
  })).filter(({ value }) => value !== absent);
}

/** The largest of a list of values, null where none is finite. */
export function largestOf(values: readonly AtLayer[]): AtLayer | null {
  const finite = values.filter(({ value }) => Number.isFinite(value));
  return finite.reduce<AtLayer | null>(
    (largest, next) => (largest && largest.value >= next.value ? largest : next),
    null,
  );
}

/** The largest `‖Δθ_l‖/‖θ_l‖`; null where a layer's is not finite or none was measured. */
export function largestUpdate(evidence: Evidence): AtLayer | null {
  const updates = measuredIn(evidence, 'update');
  return updates.every(({ value }) => Number.isFinite(value)) ? largestOf(updates) : null;
}

/** Growth over the hidden layers where it is a positive number; null below depth 3 too. */
export function growthOf({ history, index }: Evidence): Growth | null {
  const growth = growthAt(history, index);
  return growth && growth.total > 0 && Number.isFinite(growth.total) ? growth : null;
}

/** Whether a record's gradient grows or shrinks beyond the bounds. */
export function isBeyondBounds(growth: Growth | null): boolean {
  if (!growth) return false;
  return growth.total > growthBounds.exploding || growth.total < growthBounds.vanishing;
}

/** The same evidence at another record. */
export function at(evidence: Evidence, index: number): Evidence {
  return { ...evidence, index };
}

/** The first tensor of the record that holds ±Inf or NaN, whether or not its step is dropped. */
export function brokenAt({ history, index }: Evidence): NonFinite | null {
  return firstNonFinite(watchableAt(history, index));
}
