/** The values of one tensor in figures and as a histogram of their magnitudes. */
export interface Distribution {
  readonly count: number;
  /** Over the finite values; NaN where there is none. */
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly deviation: number;
  readonly zeros: number;
  readonly nonFinite: number;
  /** Exponent of 10 at which the first bin begins; a decade holds `binsPerDecade` bins. */
  readonly firstDecade: number;
  /** Counts by magnitude, of the negative and of the positive values. */
  readonly negative: Uint32Array;
  readonly positive: Uint32Array;
}

/** Bins of a histogram in one decade of magnitude. */
export const binsPerDecade = 4;

/** Steps back for which the weights can be looked at, at least. */
export const inspectionReach = 200;

/** What a closer look at one layer found. */
export interface LayerInspection {
  readonly layer: number;
  readonly weights: Distribution;
  readonly gradients: Distribution;
  readonly preactivations: Distribution;
  readonly activations: Distribution;
  /** Of the weight matrix that multiplies the signal, largest first; null where it is not finite. */
  readonly singularValues: Float64Array | null;
}

/** Norms of the weight matrix that multiplies the signal of a layer; NaN or Inf where it is not finite. */
export interface WeightNorms {
  /** The most by which it stretches a vector: `‖δWᵀ‖ ≤ spectral · ‖δ‖`. */
  readonly spectral: number;
  readonly frobenius: number;
}

/** What a network makes of inputs, in the form that suits its data. */
export type Predictions =
  | {
      /** Two features: the network over the plane, row by row from the lowest `y`. */
      readonly kind: 'plane';
      readonly bounds: {
        readonly x: readonly [number, number];
        readonly y: readonly [number, number];
      };
      readonly columns: number;
      readonly rows: number;
      /** Class with the largest output, NaN where there is none; for a regression, the output itself. */
      readonly values: Float32Array;
      /** Softmax of the largest output; for a regression, 1. */
      readonly confidence: Float32Array;
    }
  | {
      /** One feature: the fitted curve. */
      readonly kind: 'curve';
      readonly x: Float32Array;
      readonly y: Float32Array;
    }
  | {
      /** Samples by true (row) and predicted class, row by row; a class number out of reach counts at the end. */
      readonly kind: 'confusion';
      readonly classes: number;
      readonly training: Uint32Array;
      readonly validation: Uint32Array;
    };

/** What needs the weights of a step, computed anew from them. */
export interface Inspection {
  readonly step: number;
  /** Null where no layer was asked for. */
  readonly layer: LayerInspection | null;
  /** Of every layer, layer 1 first; null where they were not asked for. */
  readonly norms: readonly WeightNorms[] | null;
  readonly predictions: Predictions | null;
}

/** The distribution of values: magnitudes in bins of equal width on a logarithmic axis. */
export function distributionOf(values: Float32Array): Distribution {
  let [min, max, sum, squares] = [Infinity, -Infinity, 0, 0];
  let [zeros, nonFinite] = [0, 0];
  let [smallest, largest] = [Infinity, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) {
      nonFinite += 1;
      continue;
    }
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    squares += value * value;
    if (value === 0) zeros += 1;
    else {
      smallest = Math.min(smallest, Math.abs(value));
      largest = Math.max(largest, Math.abs(value));
    }
  }
  const finite = values.length - nonFinite;
  const mean = sum / finite;
  const histogram = magnitudes(values, smallest, largest);
  return {
    count: values.length,
    min: finite > 0 ? min : Number.NaN,
    max: finite > 0 ? max : Number.NaN,
    mean,
    deviation: Math.sqrt(Math.max(0, squares / finite - mean * mean)),
    zeros,
    nonFinite,
    ...histogram,
  };
}

function magnitudes(values: Float32Array, smallest: number, largest: number) {
  if (largest === 0) {
    return { firstDecade: 0, negative: new Uint32Array(0), positive: new Uint32Array(0) };
  }
  const firstDecade = Math.floor(Math.log10(smallest));
  const decades = Math.floor(Math.log10(largest)) + 1 - firstDecade;
  const negative = new Uint32Array(decades * binsPerDecade);
  const positive = new Uint32Array(decades * binsPerDecade);
  for (const value of values) {
    if (value === 0 || !Number.isFinite(value)) continue;
    const bin = Math.floor((Math.log10(Math.abs(value)) - firstDecade) * binsPerDecade);
    const bins = value < 0 ? negative : positive;
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return { firstDecade, negative, positive };
}
