import { eigenvalues } from './singularValues';

/** Dimensions of the Krylov space: four digits for a random matrix of width 256, exact up to width 16. */
const mostDimensions = 16;

/**
 * The spectral norm of a matrix `[rows, columns]`, row-major, in float64: the square root of the largest
 * Ritz value of `WᵀW` in a Krylov space (Lanczos 1950, reorthogonalized), which is never above it. NaN
 * where it is not finite.
 */
export async function spectralNorm(
  values: Float32Array,
  rows: number,
  columns: number,
): Promise<number> {
  if (!values.every(Number.isFinite)) return Number.NaN;
  const projected: number[][] = [];
  const basis: Float64Array[] = [];
  let rest: Float64Array = Float64Array.from({ length: columns }, (_, index) =>
    Math.sin(index + 1),
  );
  while (basis.length < Math.min(mostDimensions, columns)) {
    const length = Math.sqrt(dot(rest, rest));
    if (length <= 1e-12 * (projected[0]?.[0] ?? 0)) break;
    const vector = rest.map((value) => value / length);
    rest = gramTimes(values, rows, vector);
    basis.push(vector);
    const row = basis.map((other) => dot(rest, other));
    for (const [at, line] of projected.entries()) line.push(row[at] ?? 0);
    projected.push(row);
    for (const other of [...basis, ...basis]) subtract(rest, other, dot(rest, other));
  }
  const [largest = 0] = await eigenvalues(projected);
  return Math.sqrt(Math.max(0, largest));
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
