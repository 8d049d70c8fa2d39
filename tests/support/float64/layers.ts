import type { Matrix } from './tape';

/** What a parameter is to its layer. */
export type Role = 'weight' | 'bias' | 'scale' | 'shift';

/** The parameters of a layer: a weight `[fanIn, fanOut]`, the others `[1, fanOut]` where it has them. */
export type Layer = Readonly<Partial<Record<Role, Matrix>>>;

/** The parameters a layer has. */
export function entriesOf(layer: Layer): readonly (readonly [Role, Matrix])[] {
  return Object.entries(layer) as [Role, Matrix][];
}

/** Makes another layer of the same shape, component by component. */
export function zipped(layer: Layer, f: (x: number, role: Role, at: number) => number): Layer {
  return perTensor(layer, (matrix, role) => ({
    ...matrix,
    values: matrix.values.map((x, at) => f(x, role, at)),
  }));
}

/** Makes another layer, tensor by tensor. */
export function perTensor(layer: Layer, f: (matrix: Matrix, role: Role) => Matrix): Layer {
  return Object.fromEntries(entriesOf(layer).map(([role, matrix]) => [role, f(matrix, role)]));
}

/** The 2-norm of some matrices together, without overflow of its squares. */
export function normOf(...matrices: readonly (Matrix | undefined)[]): number {
  const all = matrices.flatMap((matrix) => [...(matrix?.values ?? [])]);
  const largest = all.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  return largest * Math.sqrt(all.reduce((sum, x) => sum + (x / largest) ** 2, 0));
}
