import type { Tensor } from '../../ops/ops';
import { createHeap } from './heap';
import type { Kernels } from './kernels';
import { masks } from './masks';
import type { Corrections } from './ops';
import { reductions } from './reductions';

/**
 * What is faster in another way on WebAssembly, and safer: the fused product with a bias reads beyond its
 * memory. A transposed matrix product takes a scalar path, twelve
 * times slower than a transpose before a plain product; a slice copies its whole tensor first;
 * comparisons and reductions are not vectorized, and a loop over the same memory does the same in less.
 */
export function wasmCorrections(kernels: Kernels): Corrections {
  const heap = createHeap(kernels);
  const part = (x: Tensor, shape: readonly number[], start: number, size: number) => {
    const made = heap.make(shape);
    heap.values(made).set(heap.values(x).subarray(start, start + size));
    return made;
  };
  return {
    ...masks(heap),
    ...reductions(heap),
    unstack(x) {
      const [count = 0, ...shape] = x.shape;
      const size = heap.values(x).length / count;
      return Array.from({ length: count }, (_, index) => part(x, shape, index * size, size));
    },
    slice(x, start, count) {
      const [rows = 1, ...rest] = x.shape;
      const size = heap.values(x).length / rows;
      return part(x, [count, ...rest], start * size, count * size);
    },
    stack: (tensors) => joined(heap, tensors, [tensors.length, ...(tensors[0]?.shape ?? [])]),
    concat(tensors) {
      const rows = tensors.reduce((sum, { shape }) => sum + (shape[0] ?? 1), 0);
      return joined(heap, tensors, [rows, ...(tensors[0]?.shape.slice(1) ?? [])]);
    },
    matMul(a, b, { a: transposeA = false, b: transposeB = false } = {}) {
      const turned = (x: Tensor) => kernels.call('Transpose', { x }, { perm: [1, 0] });
      const left = transposeA ? turned(a) : a;
      const right = transposeB ? turned(b) : b;
      const product = kernels.call('BatchMatMul', { a: left, b: right }, plain);
      kernels.dispose([transposeA && left, transposeB && right]);
      return product;
    },
    matMulAdd(a, b, c) {
      const sum = kernels.call('BatchMatMul', { a, b }, plain);
      addToRows(heap.values(sum), heap.values(c));
      return sum;
    },
  };
}

const plain = { transposeA: false, transposeB: false } as const;

function addToRows(rows: Float32Array | Uint8Array, row: Float32Array | Uint8Array): void {
  for (let start = 0; start < rows.length; start += row.length) {
    for (let i = 0; i < row.length; i++) {
      rows[start + i] = (rows[start + i] as number) + (row[i] as number);
    }
  }
}

function joined(
  heap: ReturnType<typeof createHeap>,
  tensors: readonly Tensor[],
  shape: readonly number[],
): Tensor {
  const made = heap.make(shape);
  const out = heap.values(made);
  let start = 0;
  for (const tensor of tensors) {
    const values = heap.values(tensor);
    out.set(values, start);
    start += values.length;
  }
  return made;
}
