import type { Contender, Start } from './contender';

/** A plain JavaScript network on Float32Array, loops and nothing else, sums as JavaScript adds, in float64; SGD only. */
export function plain({
  experiment,
  activation,
  batch,
  widths,
  weights: initial,
}: Start): Contender {
  const depth = initial.length;
  const { count } = batch;
  const weights = initial.map((values) => Float32Array.from(values));
  const biases = initial.map((_, layer) => new Float32Array(widths[layer + 1] ?? 1));
  const activated = activation === 'relu' ? (z: number) => (z < 0 ? 0 : z) : Math.tanh;
  const slope = activation === 'relu' ? (h: number) => Number(h > 0) : (h: number) => 1 - h * h;
  const width = (layer: number) => widths[layer] ?? 1;
  const norm = (values: Float32Array) => {
    let squares = 0;
    for (let i = 0; i < values.length; i++) squares += (values[i] as number) ** 2;
    return Math.sqrt(squares);
  };

  return {
    async step() {
      const signals: Float32Array[] = [batch.features];
      for (let layer = 0; layer < depth; layer++) {
        const z = product(
          signals[layer] as Float32Array,
          weights[layer] as Float32Array,
          count,
          width(layer),
          width(layer + 1),
        );
        const bias = biases[layer] as Float32Array;
        for (let i = 0; i < z.length; i++) {
          const value = (z[i] as number) + (bias[i % bias.length] as number);
          z[i] = layer < depth - 1 ? activated(value) : value;
        }
        signals.push(z);
      }
      const output = signals[depth] as Float32Array;
      let delta: Float32Array = new Float32Array(output.length);
      let loss = 0;
      for (let i = 0; i < output.length; i++) {
        const error = (output[i] as number) - (batch.targets[i] as number);
        loss += (error * error) / output.length;
        delta[i] = (2 * error) / output.length;
      }
      const norms = {
        weights: [] as number[],
        biases: [] as number[],
        activations: [] as number[],
      };
      for (let layer = depth - 1; layer >= 0; layer--) {
        const signal = signals[layer] as Float32Array;
        const weight = weights[layer] as Float32Array;
        const gradient = productOfTransposed(signal, delta, count, width(layer), width(layer + 1));
        const biasGradient = columnSums(delta, width(layer + 1));
        norms.weights.unshift(norm(gradient));
        norms.biases.unshift(norm(biasGradient));
        if (layer > 0) {
          const passed = productWithTransposed(
            delta,
            weight,
            count,
            width(layer + 1),
            width(layer),
          );
          norms.activations.unshift(norm(passed));
          for (let i = 0; i < passed.length; i++) {
            passed[i] = (passed[i] as number) * slope(signal[i] as number);
          }
          delta = passed;
        }
        descend(weight, gradient, experiment.learningRate);
        descend(biases[layer] as Float32Array, biasGradient, experiment.learningRate);
      }
      return { loss, ...norms };
    },
    dispose() {},
  };
}

function descend(values: Float32Array, gradient: Float32Array, rate: number): void {
  for (let i = 0; i < values.length; i++) {
    values[i] = (values[i] as number) - rate * (gradient[i] as number);
  }
}

function columnSums(x: Float32Array, columns: number): Float32Array {
  const sums = new Float64Array(columns);
  for (let i = 0; i < x.length; i++)
    sums[i % columns] = (sums[i % columns] as number) + (x[i] as number);
  return Float32Array.from(sums);
}

/** `a·b`, `[rows, inner]·[inner, columns]`. */
function product(a: Float32Array, b: Float32Array, rows: number, inner: number, columns: number) {
  const out = new Float32Array(rows * columns);
  const sums = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let k = 0; k < inner; k++) {
      const factor = a[row * inner + k] as number;
      for (let column = 0; column < columns; column++) {
        sums[column] = (sums[column] as number) + factor * (b[k * columns + column] as number);
      }
    }
    out.set(sums, row * columns);
  }
  return out;
}

/** `aᵀ·b`, `[rows, left]ᵀ·[rows, right]`. */
function productOfTransposed(
  a: Float32Array,
  b: Float32Array,
  rows: number,
  left: number,
  right: number,
) {
  const out = new Float64Array(left * right);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < left; i++) {
      const factor = a[row * left + i] as number;
      for (let j = 0; j < right; j++) {
        out[i * right + j] =
          (out[i * right + j] as number) + factor * (b[row * right + j] as number);
      }
    }
  }
  return Float32Array.from(out);
}

/** `a·bᵀ`, `[rows, inner]·[columns, inner]ᵀ`. */
function productWithTransposed(
  a: Float32Array,
  b: Float32Array,
  rows: number,
  inner: number,
  columns: number,
) {
  const out = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) {
        sum += (a[row * inner + k] as number) * (b[column * inner + k] as number);
      }
      out[row * columns + column] = sum;
    }
  }
  return out;
}
