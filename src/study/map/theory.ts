import { makeData } from '../../experiment/data';
import { type Experiment, type Key, sections } from '../../experiment/schema';
import { predictGradients } from '../../theory/prediction';
import { type Segment, zeroLine } from './contour';
import { cellAt, gridOf, type MapPlan } from './plan';

/** Growth per layer that mean-field theory predicts at two values; NaN where it predicts none. */
export function predictorOf(plan: MapPlan): (x: number, y: number) => number {
  const ownData: readonly Key[] = [...keysOfData, 'seed'];
  const isFixed = ![plan.x, plan.y].some(({ key }) => ownData.includes(key));
  let known: number | undefined;
  return (x, y) => {
    const cell = cellAt({ ...plan, measure: 'growth' }, x, y);
    if ('reason' in cell) return Number.NaN;
    const inputMeanSquare = (isFixed && known) || meanSquareOf(cell.experiment);
    known = inputMeanSquare;
    const prediction = predictGradients(cell.experiment, { inputMeanSquare, lastGradient: 1 });
    return 'growth' in prediction ? prediction.growth : Number.NaN;
  };
}

const keysOfData = sections.find(({ id }) => id === 'data')?.keys ?? [];

function meanSquareOf(experiment: Experiment): number {
  const { features } = makeData(experiment).training;
  return features.reduce((sum, value) => sum + value ** 2, 0) / features.length;
}

/** Most values along an axis at which the boundary is computed; between them it is interpolated. */
const mostPositions = 17;

/**
 * The line where the predicted growth per layer is 1, in cells: 0 is the middle of the first column
 * or row. Yields after every prediction, so that the page can draw in between.
 */
export function* boundaryOf(plan: MapPlan): Generator<void, readonly Segment[]> {
  const { xs, ys } = gridOf(plan);
  const predict = predictorOf(plan);
  const columns = positionsIn(xs.length);
  const rows = positionsIn(ys.length);
  const logarithms: number[] = [];
  for (const row of rows) {
    for (const column of columns) {
      logarithms.push(Math.log(predict(xs[column] ?? 0, ys[row] ?? 0)));
      yield;
    }
  }
  return zeroLine(
    columns,
    rows,
    (column, row) => logarithms[row * columns.length + column] ?? Number.NaN,
  );
}

/** Indices spread evenly over an axis, both ends included. */
function positionsIn(count: number): readonly number[] {
  const most = Math.min(count, mostPositions);
  return Array.from({ length: most }, (_, index) =>
    Math.round((index * (count - 1)) / Math.max(1, most - 1)),
  );
}
