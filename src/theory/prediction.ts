import { layersUpTo } from '../base/layers';
import { batchSizeOf } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { widthsOf } from '../experiment/weights';
import type { History } from '../history/history';
import { bandAround, type Range } from './band';
import {
  type Caveat,
  caveatOf,
  type NoTheory,
  reasonAgainst,
  reasonAgainstActivations,
} from './limits';
import { propagate } from './propagation';
import { losesVariance } from './variance';

/** What a prediction takes from a measurement of the network at initialization. */
export interface Measured {
  /** Mean square of the inputs of the batch. */
  readonly inputMeanSquare: number;
  /** `‖∂L/∂h_{D−1}‖`, the anchor. */
  readonly lastGradient: number;
  /**
   * `Σ_a w_a·mean_i φ'(z_ai)²` in every hidden layer, from layer 1, with the weight `w_a` of a sample
   * proportional to its `‖∂L/∂h_a‖²`: stands in for `E φ'²` where the variance has no fixed point.
   */
  readonly slopes?: readonly number[];
}

/** A quantity of the hidden layers l = 1 … D − 1 as mean-field theory predicts it at initialization. */
export interface PredictedLine {
  readonly line: readonly number[];
  /** Where a network of this width is expected; null where that is not known. */
  readonly band: readonly Range[] | null;
}

/** The gradient norms `‖∂L/∂h_l‖`: the last is the measured one, and there is no band for batches below 8. */
export interface PredictedGradients extends PredictedLine {
  /** Geometric mean of `√G` over layers 2 … D − 1: growth per layer of the norm, towards the input. */
  readonly growth: number;
  /** Whether the line rests on measured slopes, for lack of a fixed point of the variance. */
  readonly fromSlopes: boolean;
  /** What to keep in mind where the theory is known to be off. */
  readonly caveat?: Caveat;
}

/** A prediction, or the reason why there is none. */
export type Prediction = PredictedGradients | { readonly reason: NoTheory };

/** Predicts the gradient norms of an experiment's network at step 0 by mean-field theory. */
export function predictGradients(experiment: Experiment, measured: Measured): Prediction {
  const { inputMeanSquare, lastGradient, slopes } = measured;
  const reason = reasonAgainst(experiment, inputMeanSquare, lastGradient);
  if (reason) return { reason };
  const fromSlopes = slopes !== undefined && losesVariance(experiment);
  const layers = propagate(experiment, inputMeanSquare, fromSlopes ? slopes : undefined);
  const line = [lastGradient];
  for (const { growth } of layers.slice(1).reverse()) {
    line.unshift(Math.sqrt(growth) * (line[0] ?? lastGradient));
  }
  const logarithms = layers.slice(1).map(({ growth }) => Math.log(growth) / 2);
  const caveat = caveatOf(experiment, fromSlopes);
  return {
    line,
    band: bandAround(line, layers, widthsOf(experiment).slice(1), batchSizeOf(experiment)),
    fromSlopes,
    growth: Math.exp(logarithms.reduce((sum, next) => sum + next) / logarithms.length),
    ...(caveat && { caveat }),
  };
}

/** Predicts the RMS of `h_l`, `√m_l`, of inputs of this mean square; nothing is known of its band. */
export function predictActivations(
  experiment: Experiment,
  inputMeanSquare: number,
): PredictedLine | { readonly reason: NoTheory } {
  const reason = reasonAgainstActivations(experiment);
  if (reason) return { reason };
  const layers = propagate(experiment, inputMeanSquare);
  return { line: layers.map(({ meanSquare }) => Math.sqrt(meanSquare)), band: null };
}

/** What a prediction needs of the record at `index`, which should be of step 0. */
export function measuredAt(history: History, index: number): Measured {
  const { depth } = history.shape;
  const hidden = layersUpTo(depth - 1);
  const slopes = hidden.map((layer) => history.layerAt(index, 'weightedSlope', layer));
  return {
    inputMeanSquare: history.layerAt(index, 'actRms', 0) ** 2,
    lastGradient: history.layerAt(index, 'gradH', depth - 1),
    ...(slopes.every((slope) => slope >= 0) && { slopes }),
  };
}
