import { type FiniteTensor, type LayerMeasure, type NonFinite, stepMeasures } from './measures';
import { layerColumn, type RecordShape, stepColumn } from './record';

/**
 * The first tensor of a record that holds ±Inf or NaN, in the order in which a step computes them:
 * activations from the input on, output, loss, then gradients from the output back, then the change
 * of the parameters. Where steps that are not finite are skipped, only a change that is made counts.
 */
export function firstNonFinite(
  shape: RecordShape,
  row: Float64Array,
  isSkipping = false,
): NonFinite | null {
  const step = row[stepColumn(shape, 'step')] ?? 0;
  const broken = (column: number) => column >= 0 && !Number.isFinite(row[column]);
  for (const [tensor, measure, layer] of computed(shape.depth)) {
    if (isSkipping && tensor !== 'change') continue;
    const column = isStepMeasure(measure)
      ? stepColumn(shape, measure)
      : layerColumn(shape, measure, layer);
    if (broken(column)) return { step, layer, tensor };
  }
  return null;
}

type Watched = readonly [FiniteTensor, LayerMeasure | 'loss', number];

function computed(depth: number): readonly Watched[] {
  const layers = Array.from({ length: depth }, (_, index) => index + 1);
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

function isStepMeasure(measure: LayerMeasure | 'loss'): measure is 'loss' {
  return (stepMeasures as readonly string[]).includes(measure);
}
