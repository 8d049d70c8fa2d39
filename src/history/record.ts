import {
  absent,
  type LayerMeasure,
  layerMeasures,
  type ShareMeasure,
  type StageMeasure,
  type StepMeasure,
  stepMeasures,
} from './measures';

/**
 * How one step's measures lie in a row of float64: the step measures, then each layer measure with
 * `depth + 1` columns, layers 0 … depth. Both sides of a worker know it by the names alone, so a new
 * measure changes no protocol.
 */
export interface RecordShape {
  readonly depth: number;
  readonly steps: readonly string[];
  readonly layers: readonly string[];
}

/** The shape of the records of a network whose gradient passes these stages, in order, by id. */
export function recordShape(depth: number, stages: readonly string[] = []): RecordShape {
  const after = stages.map((id): StageMeasure => `after:${id}`);
  const shares = stages.map((id): ShareMeasure => `share:${id}`);
  return {
    depth,
    steps: [...stepMeasures, ...after, ...shares],
    layers: [...layerMeasures, ...after],
  };
}

/** The stages that a record of this shape measures, in the order of the pipeline, by id. */
export function stagesOf(shape: RecordShape): readonly string[] {
  const known = stages.get(shape);
  if (known) return known;
  const found = shape.layers.flatMap((name) =>
    name.startsWith('after:') ? [name.slice('after:'.length)] : [],
  );
  stages.set(shape, found);
  return found;
}

/** The stages of each shape, which a chart asks for at every record. */
const stages = new WeakMap<RecordShape, readonly string[]>();

/** Number of columns in a row. */
export function recordWidth({ depth, steps, layers }: RecordShape): number {
  return steps.length + layers.length * (depth + 1);
}

/** Column of a step measure; −1 where the shape has none. */
export function stepColumn(shape: RecordShape, measure: StepMeasure): number {
  return shape.steps.indexOf(measure);
}

/** Column of a layer measure; −1 where the shape has none. */
export function layerColumn(shape: RecordShape, measure: LayerMeasure, layer: number): number {
  const index = shape.layers.indexOf(measure);
  if (index < 0 || layer < 0 || layer > shape.depth) return -1;
  return shape.steps.length + index * (shape.depth + 1) + layer;
}

/** A row in which nothing is measured yet. */
export function emptyRecord(shape: RecordShape): Float64Array {
  return new Float64Array(recordWidth(shape)).fill(absent);
}
