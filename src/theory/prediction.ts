import { layersUpTo } from '../base/layers';
import type { Localized } from '../base/localized';
import { batchSizeOf } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { widthsOf } from '../experiment/weights';
import type { History } from '../history/history';
import { bandAround, type Range } from './band';
import { caveatOf, losesVariance, reasonAgainst } from './limits';
import { propagate } from './propagation';

/** What a prediction takes from a measurement of the network at initialization. */
export interface Measured {
  /** Mean square of the inputs of the batch. */
  readonly inputMeanSquare: number;
  /** `‖∂L/∂h_{D−1}‖`, the anchor. */
  readonly lastGradient: number;
  /**
   * Mean of `φ'²` over batch and units in every hidden layer, from layer 1, each sample weighted by
   * its share of the squared gradient: stands in for `E φ'²` where the variance has no fixed point.
   */
  readonly slopes?: readonly number[];
}

/** The gradient norms that mean-field theory predicts at initialization. Arrays begin at layer 1. */
export interface PredictedGradients {
  /** `‖∂L/∂h_l‖` for l = 1 … D − 1; the last is the measured one. */
  readonly line: readonly number[];
  /** Where a network of this width is expected; null for batches below 8. */
  readonly band: readonly Range[] | null;
  /** Geometric mean of `√G` over layers 2 … D − 1: growth per layer of the norm, towards the input. */
  readonly growth: number;
  /** What to keep in mind where the theory is known to be off. */
  readonly caveat?: Localized;
}

/** A prediction, or the reason why there is none. */
export type Prediction = PredictedGradients | { readonly reason: Localized };

/** Predicts the gradient norms of an experiment's network at step 0 by mean-field theory. */
export function predictGradients(experiment: Experiment, measured: Measured): Prediction {
  const { inputMeanSquare, lastGradient, slopes } = measured;
  const reason = reasonAgainst(experiment, inputMeanSquare, lastGradient);
  if (reason) return { reason };
  const measuredSlopes = losesVariance(experiment) ? slopes : undefined;
  const layers = propagate(experiment, inputMeanSquare, measuredSlopes);
  const line = [lastGradient];
  for (const { growth } of layers.slice(1).reverse()) {
    line.unshift(Math.sqrt(growth) * (line[0] ?? lastGradient));
  }
  const logarithms = layers.slice(1).map(({ growth }) => Math.log(growth) / 2);
  const caveat = caveatOf(experiment);
  return {
    line,
    band: bandAround(line, layers, widthsOf(experiment).slice(1), batchSizeOf(experiment)),
    growth: Math.exp(logarithms.reduce((sum, next) => sum + next) / logarithms.length),
    ...(caveat && { caveat }),
  };
}

/**
 * What a prediction needs of the record at `index`, which should be of step 0. The weighted mean of
 * `φ'²` is `‖∂L/∂z_l‖²/‖∂L/∂h_l‖²`, as long as the layer adds no skip.
 */
export function measuredAt(history: History, index: number): Measured {
  const { depth } = history.shape;
  const gradient = (layer: number, measure: 'gradH' | 'gradZ') =>
    history.layerAt(index, measure, layer);
  const hidden = layersUpTo(depth - 1);
  return {
    inputMeanSquare: history.layerAt(index, 'actRms', 0) ** 2,
    lastGradient: gradient(depth - 1, 'gradH'),
    slopes: hidden.map((layer) => (gradient(layer, 'gradZ') / gradient(layer, 'gradH')) ** 2),
  };
}
