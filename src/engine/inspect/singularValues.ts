/**
 * The singular values of a matrix `[rows, columns]`, row-major, largest first; null where it is not
 * finite. The solver is loaded when it is first needed.
 */
export async function singularValues(
  values: Float32Array,
  rows: number,
  columns: number,
): Promise<Float64Array | null> {
  if (!values.every(Number.isFinite)) return null;
  const { Matrix, SVD } = await import('ml-matrix');
  const matrix = Matrix.from1DArray(rows, columns, [...values]);
  const { diagonal } = new SVD(matrix, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  });
  return Float64Array.from(diagonal).sort().reverse();
}
