import { at, present } from '../../base/at';
import { sizeOf } from '../../base/shape';
import type { Ops } from '../../ops/ops';
import type { Heap } from './heap';

/** Sums, largest values and norms by loops over the memory of a backend, in float64. */
export function reductions(heap: Heap): Pick<Ops, 'sum' | 'max' | 'norms'> {
  return {
    sum(x, axes = x.shape.map((_, axis) => axis), keep = false) {
      const first = Math.min(...axes);
      const after = first + axes.length;
      const made = heap.make(reducedShape(x.shape, axes, keep));
      const inner = sizeOf(x.shape.slice(after));
      sumInto(heap.values(made), heap.values(x), sizeOf(x.shape.slice(first, after)), inner);
      return made;
    },
    max(x) {
      const length = at(x.shape, x.shape.length - 1, 'axis');
      const made = heap.make([...x.shape.slice(0, -1), 1]);
      const out = heap.values(made);
      const values = heap.values(x);
      for (let row = 0; row < out.length; row++) out[row] = largestOf(values, row * length, length);
      return made;
    },
    norms(x) {
      const rows = at(x.shape, 0, 'axis');
      const made = heap.make([2, rows]);
      const out = heap.values(made);
      const values = heap.values(x);
      const length = values.length / rows;
      for (let row = 0; row < rows; row++) {
        const start = row * length;
        const { largest, norm } = magnitudeOf(values, start, length);
        out[row] = largest;
        out[rows + row] = largest === 0 ? 0 : norm / largest;
      }
      return made;
    },
  };
}

/** The shape of what is left of a tensor when these axes are reduced, each kept with length 1 where asked for. */
export function reducedShape(
  shape: readonly number[],
  axes: readonly number[],
  keep: boolean,
): readonly number[] {
  return keep
    ? shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
    : shape.filter((_, axis) => !axes.includes(axis));
}

type Values = Float32Array | Uint8Array;

/** Sums along a middle axis of `length`: `[outer, length, inner]` → `[outer, inner]`. */
function sumInto(out: Values, values: Values, length: number, inner: number): void {
  if (inner === 1) {
    for (let row = 0; row < out.length; row++) {
      let sum = 0;
      for (let i = row * length; i < (row + 1) * length; i++) sum += present(values[i], i, 'value');
      out[row] = sum;
    }
    return;
  }
  const sums = new Float64Array(inner);
  for (let outer = 0; outer * inner < out.length; outer++) {
    sums.fill(0);
    let i = outer * length * inner;
    for (let row = 0; row < length; row++) {
      for (let column = 0; column < inner; column++, i++) {
        sums[column] = present(sums[column], column, 'sum') + present(values[i], i, 'value');
      }
    }
    out.set(sums, outer * inner);
  }
}

function largestOf(values: Values, start: number, length: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = start; i < start + length; i++) {
    const value = present(values[i], i, 'value');
    if (value > largest) largest = value;
    else if (Number.isNaN(value)) return Number.NaN;
  }
  return largest;
}

/** The largest magnitude of a row and its 2-norm, which float64 holds for any float32. */
function magnitudeOf(values: Values, start: number, length: number) {
  let largest = 0;
  let squares = 0;
  for (let i = start; i < start + length; i++) {
    const value = Math.abs(present(values[i], i, 'value'));
    squares += value * value;
    if (value > largest) largest = value;
  }
  return { largest: Number.isNaN(squares) ? Number.NaN : largest, norm: Math.sqrt(squares) };
}
