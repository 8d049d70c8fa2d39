import { at } from '../../base/at';
import { sin } from '../../base/elementary/trigonometric';
import { dot, subtract } from '../../base/vector';

/** Dimensions of the Krylov space: four digits for a random matrix of width 256, exact up to width 16. */
const mostDimensions = 16;

/**
 * The spectral norm of a matrix `[rows, columns]`, row-major, in float64: the square root of the largest
 * Ritz value of `WᵀW` in a Krylov space (Lanczos 1950, reorthogonalized), which is never above it. NaN
 * where it is not finite.
 */
export function spectralNorm(values: Float32Array, rows: number, columns: number): number {
  if (!values.every(Number.isFinite)) return Number.NaN;
  const all = Float64Array.from(values);
  const lines = Array.from({ length: rows }, (_, row) =>
    all.subarray(row * columns, (row + 1) * columns),
  );
  const diagonal: number[] = [];
  const beside: number[] = [];
  const basis: Float64Array[] = [];
  let rest: Float64Array = Float64Array.from({ length: columns }, (_, index) => sin(index + 1));
  while (basis.length < Math.min(mostDimensions, columns)) {
    const length = Math.sqrt(dot(rest, rest));
    const [first] = diagonal;
    if (first !== undefined) {
      if (length <= 1e-12 * first) break;
      beside.push(length);
    }
    const vector = rest.map((value) => value / length);
    rest = gramTimes(lines, vector);
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
  const before = [0, ...beside];
  const after = [...beside, 0];
  const ends = diagonal.map(
    (value, index) =>
      value + (at(before, index, 'entry beside') + at(after, index, 'entry beside')),
  );
  let [low, high] = [0, Math.max(0, ...ends)];
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (low + high) / 2;
    let pivot = 0;
    const isBelow = diagonal.every((value, index) => {
      const left = at(before, index, 'entry beside');
      pivot = value - middle - (index > 0 ? (left * left) / pivot : 0);
      return pivot < 0;
    });
    if (isBelow) high = middle;
    else low = middle;
  }
  return high;
}

/** `WᵀWv`, in one pass over the rows of W. */
function gramTimes(rows: readonly Float64Array[], vector: Float64Array): Float64Array {
  const image = new Float64Array(vector.length);
  for (const row of rows) subtract(image, row, -dot(row, vector));
  return image;
}
