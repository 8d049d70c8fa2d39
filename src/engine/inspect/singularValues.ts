/**
 * The singular values of a matrix `[rows, columns]`, row-major, largest first; null where it is not
 * finite. They are square roots of eigenvalues, so that those below about 1e-8 of the largest are noise.
 * The solver is loaded when it is first needed.
 */
export async function singularValues(
  values: Float32Array,
  rows: number,
  columns: number,
): Promise<Float64Array | null> {
  if (!values.every(Number.isFinite)) return null;
  const { EigenvalueDecomposition, Matrix } = await import('ml-matrix');
  const matrix = Matrix.from1DArray(rows, columns, [...values]);
  const other = matrix.transpose();
  const gram = rows < columns ? matrix.mmul(other) : other.mmul(matrix);
  const { realEigenvalues } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  return Float64Array.from(realEigenvalues, (value) => Math.sqrt(Math.max(0, value)))
    .sort()
    .reverse();
}
