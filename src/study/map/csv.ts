import { csvOf } from '../../base/csv';
import { type MapCells, stateOf } from './cells';
import { gridOf, type MapPlan } from './plan';

/**
 * The cells of a map as CSV, one row each: both settings under their keys, the measure,
 * and what is known of the cell. Only a number that was measured stands under the measure.
 */
export function mapCsv(plan: MapPlan, cells: MapCells): string {
  const { xs, ys } = gridOf(plan);
  const rows = ys.flatMap((y, row) =>
    xs.map((x, column) => {
      const index = row * xs.length + column;
      const value = cells.values[index] ?? Number.NaN;
      return [x, y, Number.isFinite(value) ? value : '', statusOf(plan, cells, index)];
    }),
  );
  const header = [plan.x.key, plan.y.key, plan.measure, 'status'];
  return csvOf([header, ...rows]);
}

/** What is known of a cell, in a word without a comma. */
function statusOf({ measure }: MapPlan, cells: MapCells, index: number): string {
  const state = stateOf(cells, index);
  if (state !== 'known') return state;
  const value = cells.values[index];
  if (measure === 'nonFiniteStep') return value === Infinity ? 'finite to the end' : 'not finite';
  return Number.isFinite(value) ? 'finite' : 'not finite';
}
