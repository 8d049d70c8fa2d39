import { at } from '../../../base/at';
import { sizeOf } from '../../../base/shape';
import type { Ops } from '../../../ops/ops';
import type { Heap } from '../heap';
import { reducedShape } from '../reductions';
import type { SimdKernels } from './kernels';

/** Sums over neighboring axes, and norms. */
export function reductions(heap: Heap, simd: SimdKernels): Pick<Ops, 'sum' | 'norms'> {
  return {
    sum(x, axes = x.shape.map((_, axis) => axis), keep = false) {
      const first = Math.min(...axes);
      const after = first + axes.length;
      const outer = sizeOf(x.shape.slice(0, first));
      const length = sizeOf(x.shape.slice(first, after));
      const inner = sizeOf(x.shape.slice(after));
      const out = heap.make(reducedShape(x.shape, axes, keep));
      const [to, from] = [heap.offset(out), heap.offset(x)];
      if (inner === 1) simd.sumRows(to, from, outer, length);
      else simd.sumColumns(to, from, outer, length, inner);
      return out;
    },
    norms(x) {
      const rows = at(x.shape, 0, 'axis');
      const out = heap.make([2, rows]);
      const largest = heap.offset(out);
      const ratios = largest + rows * Float32Array.BYTES_PER_ELEMENT;
      simd.norms(heap.offset(x), rows, sizeOf(x.shape) / rows, largest, ratios);
      return out;
    },
  };
}
