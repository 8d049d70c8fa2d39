import { layersUpTo } from '../base/layers';
import type { History } from './history';
import { absent, type FiniteTensor, type LayerMeasure, type NonFinite } from './measures';
import { layerColumn, type RecordShape, stepColumn } from './record';

/** What is looked at in one step's record, wherever it is kept. */
export interface Watchable {
  readonly depth: number;
  readonly step: number;
  readonly loss: number;
  layerAt(measure: LayerMeasure, layer: number): number;
}

/** A row as what is looked at. */
export function watchable(shape: RecordShape, row: Float64Array): Watchable {
  return {
    depth: shape.depth,
    step: row[stepColumn(shape, 'step')] ?? absent,
    loss: row[stepColumn(shape, 'loss')] ?? absent,
    layerAt: (measure, layer) => row[layerColumn(shape, measure, layer)] ?? absent,
  };
}

/** A record of a history as what is looked at. */
export function watchableAt(history: History, index: number): Watchable {
  return {
    depth: history.shape.depth,
    step: history.at(index, 'step'),
    loss: history.at(index, 'loss'),
    layerAt: (measure, layer) => history.layerAt(index, measure, layer),
  };
}

/**
 * Finds the first record with a tensor that holds ±Inf or NaN and did not end the training, which ended at `end` if at
 * all: its step was skipped, or only its loss overflowed.
 */
export function firstTolerated(history: History, end: NonFinite | null): NonFinite | null {
  for (let index = 0; index < history.length; index++) {
    const found = firstNonFinite(watchableAt(history, index));
    if (found && found.step !== end?.step) return found;
  }
  return null;
}

/**
 * The first tensor of a record that holds ±Inf or NaN, in the order in which a step computes them:
 * activations from the input on, output, loss, then gradients from the output back, then the change
 * of the parameters. Where steps that are not finite are skipped, only a change that is made counts.
 */
export function firstNonFinite(record: Watchable, isSkipping = false): NonFinite | null {
  const { depth, step, loss } = record;
  for (const [tensor, measure, layer] of computed(depth)) {
    if (isSkipping && tensor !== 'change') continue;
    const value = measure === 'loss' ? loss : record.layerAt(measure, layer);
    if (!Number.isFinite(value)) return { step, layer, tensor };
  }
  return null;
}

type Watched = readonly [FiniteTensor, LayerMeasure | 'loss', number];

function computed(depth: number): readonly Watched[] {
  const layers = layersUpTo(depth);
  const forward = layers.map(
    (layer): Watched => [layer === depth ? 'output' : 'activation', 'actRms', layer],
  );
  const backward = layers.toReversed().flatMap((layer): Watched[] => [
    ['gradZ', 'gradZ', layer],
    ['gradW', 'gradW', layer],
    ['gradB', 'gradB', layer],
    ['gradH', 'gradH', layer - 1],
  ]);
  const changes = layers.map((layer): Watched => ['change', 'change', layer]);
  return [...forward, ['loss', 'loss', depth], ...backward, ...changes];
}
