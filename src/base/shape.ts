import { exactly } from './at';

/** Rows and columns of a matrix, or of its transpose. Throws a `RangeError` for a shape of another rank. */
export function matrixShape(
  shape: readonly number[],
  isTransposed = false,
): readonly [rows: number, columns: number] {
  const [rows, columns] = exactly(2, shape, 'axes of a matrix');
  return isTransposed ? [columns, rows] : [rows, columns];
}

/** Number of elements of a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}
