import { absent, type LayerMeasure, type StepMeasure } from './measures';
import { layerColumn, type RecordShape, recordWidth, stepColumn } from './record';

/** What a history may hold before it thins its older half, in bytes. */
export const historyLimit = 64e6;

/** A run's records by step, oldest first; steps ascend, and gaps are where it was thinned. */
export interface History {
  readonly shape: RecordShape;
  readonly length: number;
  /** Whether older steps were thinned to stay within the limit. */
  readonly thinned: boolean;
  /** Adds rows; a row whose step is already last replaces it. */
  append(rows: Float64Array): void;
  /** A measure of the record at `index`; `absent` where it was not measured or there is no record. */
  at(index: number, measure: StepMeasure): number;
  /** A layer's measure of the record at `index`; `absent` likewise. */
  layerAt(index: number, measure: LayerMeasure, layer: number): number;
}

/** An empty history for records of one shape. */
export function createHistory(shape: RecordShape, limit = historyLimit): History {
  const width = recordWidth(shape);
  const capacity = Math.max(4, Math.floor(limit / (8 * width)));
  const step = stepColumn(shape, 'step');
  let rows: Float64Array[] = [];
  let thinned = false;

  const value = (index: number, column: number) => rows[index]?.[column] ?? absent;

  function push(row: Float64Array) {
    if (rows.at(-1)?.[step] === row[step]) rows.pop();
    rows.push(row);
    if (rows.length <= capacity) return;
    const half = Math.floor(rows.length / 2);
    rows = [...rows.slice(0, half).filter((_, index) => index % 2 === 0), ...rows.slice(half)];
    thinned = true;
  }

  return {
    shape,
    get length() {
      return rows.length;
    },
    get thinned() {
      return thinned;
    },
    append(added) {
      for (let start = 0; start < added.length; start += width) {
        push(added.slice(start, start + width));
      }
    },
    at: (index, measure) => value(index, stepColumn(shape, measure)),
    layerAt: (index, measure, layer) => value(index, layerColumn(shape, measure, layer)),
  };
}
