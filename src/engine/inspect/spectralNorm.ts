import { sin } from '../../base/elementary/trigonometric';

/** Dimensions of the Krylov space: four digits for a random matrix of width 256, exact up to width 16. */
const mostDimensions = 16;

/**
 * The spectral norm of a matrix `[rows, columns]`, row-major, in float64: the square root of the largest
 * Ritz value of `WᵀW` in a Krylov space (Lanczos 1950, reorthogonalized), which is never above it. NaN
 * where it is not finite.
 */
export function spectralNorm(values: Float32Array, rows: number, columns: number): number {
  if (!values.every(Number.isFinite)) return Number.NaN;
  const diagonal: number[] = [];
  const beside: number[] = [];
  const basis: Float64Array[] = [];
  let rest: Float64Array = Float64Array.from({ length: columns }, (_, index) => sin(index + 1));
  while (basis.length < Math.min(mostDimensions, columns)) {
    const length = Math.sqrt(dot(rest, rest));
    if (length <= 1e-12 * (diagonal[0] ?? 0)) break;
    if (basis.length > 0) beside.push(length);
    const vector = rest.map((value) => value / length);
    rest = gramTimes(values, rows, vector);
    basis.push(vector);
    diagonal.push(dot(rest, vector));
    for (const other of [...basis, ...basis]) subtract(rest, other, dot(rest, other));
  }
  return Math.sqrt(largestEigenvalue(diagonal, beside));
}

/** Halvings of an interval: float64 has no finer numbers. */
const halvings = 64;

/** The largest eigenvalue, at least 0, of a symmetric tridiagonal matrix, by bisection: a pivot above 0 tells of one above (Sturm). */
function largestEigenvalue(diagonal: readonly number[], beside: readonly number[]): number {
  const reach = (at: number) => (beside[at - 1] ?? 0) + (beside[at] ?? 0);
  let [low, high] = [0, Math.max(0, ...diagonal.map((value, at) => value + reach(at)))];
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (low + high) / 2;
    let pivot = 0;
    const isBelow = diagonal.every((value, at) => {
      const before = beside[at - 1] ?? 0;
      pivot = value - middle - (at > 0 ? (before * before) / pivot : 0);
      return pivot < 0;
    });
    if (isBelow) high = middle;
    else low = middle;
  }
  return high;
}

/** `WᵀWv`, in one pass over the rows of W. */
function gramTimes(values: Float32Array, rows: number, vector: Float64Array): Float64Array {
  const image = new Float64Array(vector.length);
  for (let row = 0; row < rows; row++) {
    const weights = values.subarray(row * vector.length, (row + 1) * vector.length);
    let product = 0;
    for (let column = 0; column < vector.length; column++)
      product += (weights[column] ?? 0) * (vector[column] ?? 0);
    for (let column = 0; column < vector.length; column++)
      image[column] = (image[column] ?? 0) + product * (weights[column] ?? 0);
  }
  return image;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Takes a multiple of a vector away from another, in place. */
function subtract(from: Float64Array, vector: Float64Array, times: number): void {
  for (let index = 0; index < from.length; index++)
    from[index] = (from[index] ?? 0) - times * (vector[index] ?? 0);
}
