import { activations } from '../catalog/activations';
import { entryOf } from '../catalog/entry';
import { initializers } from '../catalog/initializers';
import { normalizations } from '../catalog/normalizations';
import { residuals } from '../catalog/residuals';
import { batchSizeOf } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { widthsOf } from '../experiment/weights';

/** What mean-field theory says of one hidden layer at initialization. */
export interface LayerTheory {
  /** `q_l`: variance of the preactivation, before a normalization of it. */
  readonly variance: number;
  /** `m_l`: mean square of `h_l`. */
  readonly meanSquare: number;
  /** `G_l = E‖∂L/∂h_{l−1}‖² / E‖∂L/∂h_l‖²`. */
  readonly growth: number;
  /** `κ_l`: variance of `ln ‖∂L/∂h‖²` that this layer adds, times its width (Hanin and Nica 2019). */
  readonly kappa: number;
}

/** What the recursion follows of `h_l`: over units, and per unit over the batch. */
interface Signal {
  readonly meanSquare: number;
  readonly mean: number;
  readonly batchVariance: number;
}

/** Far beyond float32, where the ratios of moments stand still. */
const largestMeanSquare = 1e100;

/**
 * The mean-field recursion through the hidden layers, of inputs of this mean square: forward
 * `q = s·m` with `s = fan-in·Var(W)` (Poole et al. 2016), backward `G = s·E φ'²` (Schoenholz et al.
 * 2017), divided by the normalized variance under a normalization (Yang et al. 2019), and
 * `G = a² + b²·s·E φ'²/…` beside a skip. Entry 0 is layer 1; empty for weights that are not random.
 * Finite `slopes` stand in for `E φ'²`; other widths than the experiment's own are for reference cases.
 */
export function propagate(
  experiment: Experiment,
  inputMeanSquare: number,
  slopes?: readonly number[],
  widths = widthsOf(experiment),
): readonly LayerTheory[] {
  const { method } = entryOf(normalizations, experiment.normalization);
  const { isometric } = entryOf(initializers, experiment.initializer);
  const activation = entryOf(activations, experiment.activation);
  const residual = entryOf(residuals, experiment.residual).weights(widths.length - 1, experiment);
  const samples = normalizedBatchOf(experiment);
  const finiteBatch = method?.over === 'batch' ? (samples - 2) / (samples - 3) : 1;
  const layers: LayerTheory[] = [];
  let signal: Signal = { meanSquare: inputMeanSquare, mean: 0, batchVariance: inputMeanSquare };
  for (let layer = 1; layer < widths.length - 1; layer++) {
    const [fanIn = 1, fanOut = 1] = widths.slice(layer - 1);
    const factor = weightFactor(experiment, fanIn, fanOut);
    if (factor === undefined) return [];
    const { skip, branch } = (fanIn === fanOut && residual) || { skip: 0, branch: 1 };
    const variance = factor * signal.meanSquare;
    const spread = method?.over === 'batch' ? factor * signal.batchVariance : variance;
    const divisor = method ? spread + experiment.normEpsilon : 1;
    const { m1, m2, d2, d4 } = activation.moments(spread / divisor, experiment);
    const slope = slopes?.[layer - 1];
    const meanSlope = slope !== undefined && Number.isFinite(slope) ? slope : d2;
    const through = (factor * meanSlope * finiteBatch) / divisor;
    signal = passed(signal, skip, branch, m1, m2);
    layers.push({
      variance,
      meanSquare: signal.meanSquare,
      growth: skip ** 2 + branch ** 2 * through,
      kappa: Math.max(0, (3 * d4) / d2 ** 2 - (isometric ? 3 : 1)),
    });
  }
  return layers;
}

/** `h' = skip·h + branch·φ(…)`, where φ has mean `m1` and mean square `m2`. */
function passed(signal: Signal, skip: number, branch: number, m1: number, m2: number): Signal {
  const { meanSquare, mean, batchVariance } = signal;
  const sum = (kept: number, added: number, both = 0) => {
    const total = skip ** 2 * kept + branch ** 2 * added + 2 * skip * branch * both;
    return Math.min(largestMeanSquare, Math.max(0, total));
  };
  return {
    meanSquare: sum(meanSquare, m2, mean * m1),
    mean: skip * mean + branch * m1,
    batchVariance: sum(batchVariance, m2 - m1 ** 2),
  };
}

/** Samples over which a normalization of the batch takes its statistics. */
export function normalizedBatchOf(experiment: Experiment): number {
  const { gradientAccumulation, microBatches } = experiment;
  return batchSizeOf(experiment) / (gradientAccumulation ? microBatches : 1);
}

/**
 * `s = fan-in·Var(W)` of the weight that multiplies the signal, gain included; under weight
 * normalization every unit's weights have the same length instead. Undefined where weights are not
 * random.
 */
function weightFactor(experiment: Experiment, fanIn: number, fanOut: number): number | undefined {
  const initializer = entryOf(initializers, experiment.initializer);
  const variance = initializer.variance?.(fanIn, fanOut, experiment);
  if (variance === undefined) return undefined;
  const { reparameterization } = entryOf(normalizations, experiment.normalization);
  return reparameterization
    ? reparameterization.initialScale(entryOf(activations, experiment.activation)) ** 2
    : fanIn * variance * experiment.gain ** 2;
}
