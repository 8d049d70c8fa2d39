import { entryOf } from '../../catalog/entry';
import { residuals } from '../../catalog/residuals';
import { isDataHere, makeData } from '../../experiment/data';
import { amend } from '../../experiment/legality';
import { type Experiment, type Key, sections } from '../../experiment/schema';
import { predictGradients } from '../../theory/prediction';
import { type Segment, zeroLine } from './contour';
import { gridOf, groundOf, type MapPlan } from './plan';

/** Growth per layer that mean-field theory predicts at two values of a map; NaN where it predicts none. */
export type Predictor = (x: number, y: number) => number;

/**
 * The predictions of a map, each worked out once: what only training depends on makes no difference,
 * and shallow networks have the first layers of the deepest. None where the data are not here.
 */
export function predictorOf(plan: MapPlan): Predictor {
  if (!isDataHere(plan.experiment)) return () => Number.NaN;
  const predictor = predictors.get(plan) ?? createPredictor(plan);
  predictors.set(plan, predictor);
  return predictor;
}

const predictors = new WeakMap<MapPlan, Predictor>();

function createPredictor(plan: MapPlan): Predictor {
  const { x, y } = plan;
  const ground = groundOf(plan);
  const { xs, ys } = gridOf(plan);
  const deepest = Math.max(...(x.key === 'depth' ? xs : y.key === 'depth' ? ys : [ground.depth]));
  const telling = [x.key, y.key].map((key) => makesDifference(key, ground));
  const variesData = [x.key, y.key].some((key) => keysOfData.includes(key));
  const meanSquare = variesData ? undefined : meanSquareOf(ground);
  const lines = createMemory((experiment: Experiment) =>
    lineOf(experiment, meanSquare ?? meanSquareOf(experiment)),
  );
  return (atX, atY) => {
    const { experiment } = amend(ground, { [x.key]: atX, [y.key]: atY });
    const isDeepest = sharesLayers(experiment);
    const name = [atX, atY].filter((_, axis) => telling[axis]).join(' ');
    const line = lines(
      isDeepest ? name : `${name} ${experiment.depth}`,
      isDeepest ? { ...experiment, depth: deepest } : experiment,
    );
    const { depth } = experiment;
    const [first = Number.NaN, last = Number.NaN] = [line[0], line[depth - 2]];
    return depth < 3 ? Number.NaN : (first / last) ** (1 / (depth - 2));
  };
}

/** `‖∂L/∂h_l‖` from layer 1, over that of the last hidden layer; empty where there is no prediction. */
function lineOf(experiment: Experiment, inputMeanSquare: number): readonly number[] {
  const prediction = predictGradients(experiment, { inputMeanSquare, lastGradient: 1 });
  return 'line' in prediction ? prediction.line : [];
}

const keysOfData: readonly Key[] = [...keysIn('data'), 'seed'];
const keysOfTraining: readonly Key[] = keysIn('training');

function keysIn(section: (typeof sections)[number]['id']): readonly Key[] {
  return sections.find(({ id }) => id === section)?.keys ?? [];
}

/** Whether theory may depend on a setting; on the depth only where it changes the layers. */
function makesDifference(key: Key, ground: Experiment): boolean {
  if (key === 'depth') return !sharesLayers(ground);
  return !keysOfTraining.includes(key);
}

/** Whether the layers of a network are the first of those of a deeper one. */
function sharesLayers(experiment: Experiment): boolean {
  const { weights } = entryOf(residuals, experiment.residual);
  const [shallow, deep] = [3, 4].map((depth) => weights(depth, experiment));
  return shallow?.branch === deep?.branch && shallow?.skip === deep?.skip;
}

function meanSquareOf(experiment: Experiment): number {
  const { features } = makeData(experiment).training;
  return features.reduce((sum, value) => sum + value ** 2, 0) / features.length;
}

/** Works out each value once, by name. */
function createMemory<Value>(work: (experiment: Experiment) => Value) {
  const known = new Map<string, Value>();
  return (name: string, experiment: Experiment): Value => {
    const value = known.has(name) ? (known.get(name) as Value) : work(experiment);
    known.set(name, value);
    return value;
  };
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
