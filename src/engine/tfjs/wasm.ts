import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { at, present } from '../../base/at';
import { sizeOf } from '../../base/shape';
import type { Ops, Tensor } from '../../ops/ops';
import { createHeap, type Heap } from './heap';
import { createKernels, type Kernels } from './kernels';
import { masks } from './masks';
import { createMemory, type Memory } from './memory';
import { type Corrections, createOps } from './ops';
import { reductions } from './reductions';
import { elementwise } from './simd/elementwise';
import { openSimd, type SimdKernels } from './simd/kernels';
import { products } from './simd/products';
import { reductions as simdReductions } from './simd/reductions';

/**
 * `Ops` on the WebAssembly backend: tensors in blocks of our own, kernels of our own where `open` finds
 * that WebAssembly has vectors, and tfjs's kernels for the rest.
 */
export async function createWasmOps(
  backend: BackendWasm,
  open: (memory: WebAssembly.Memory) => Promise<SimdKernels | null> = openSimd,
): Promise<Ops> {
  const memory = createMemory(backend);
  const kernels = createKernels('wasm', backend, memory);
  const heap = createHeap(kernels, memory);
  const base = {
    ...layout(heap),
    ...masks(heap),
    ...reductions(heap),
    ...transposed(kernels, heap),
  };
  const simd = await open(memory.whole);
  return createOps(kernels, {
    ...base,
    ...(simd && vectorized(memory, heap, simd, createOps(kernels, base))),
  });
}

/** What the kernels of our own compute, with `base` for shapes that they do not know. */
function vectorized(memory: Memory, heap: Heap, simd: SimdKernels, base: Ops): Corrections {
  const room = (length: number) => memory.offset(memory.make([length]));
  return {
    ...elementwise(heap, simd, base, room(8)),
    ...simdReductions(heap, simd),
    ...products(heap, memory, simd, room(32)),
  };
}

/** Tensors in and out of memory and beside each other; parts and other shapes share the memory they are of. */
function layout(heap: Heap) {
  const part = (x: Tensor, shape: readonly number[], index: number) =>
    heap.view(x, shape, index * sizeOf(x.shape.slice(1)));
  return {
    upload(values, shape) {
      const made = heap.make(shape);
      heap.values(made).set(values);
      return made;
    },
    read: async (x) => heap.values(x).slice() as Float32Array,
    reshape: (x, shape) => heap.view(x, shape),
    unstack(x) {
      const count = at(x.shape, 0, 'axis');
      const shape = x.shape.slice(1);
      return Array.from({ length: count }, (_, index) => part(x, shape, index));
    },
    slice: (x, start, count) => part(x, [count, ...x.shape.slice(1)], start),
    stack: (tensors) => joined(heap, tensors, [tensors.length, ...at(tensors, 0, 'tensor').shape]),
    concat(tensors) {
      const rows = tensors.reduce((sum, { shape }) => sum + at(shape, 0, 'axis'), 0);
      return joined(heap, tensors, [rows, ...at(tensors, 0, 'tensor').shape.slice(1)]);
    },
  } satisfies Corrections;
}

/**
 * Products by tfjs's kernel. A transposed one takes a scalar path, twelve times slower than a transpose
 * before a plain one; the fused one with a bias reads beyond its memory.
 */
function transposed(kernels: Kernels, heap: Heap) {
  const plain = { transposeA: false, transposeB: false } as const;
  return {
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
  } satisfies Corrections;
}

function addToRows(rows: Float32Array | Uint8Array, row: Float32Array | Uint8Array): void {
  for (let start = 0; start < rows.length; start += row.length) {
    for (let i = 0; i < row.length; i++) {
      rows[start + i] = present(rows[start + i], start + i, 'value') + present(row[i], i, 'value');
    }
  }
}

function joined(heap: Heap, tensors: readonly Tensor[], shape: readonly number[]): Tensor {
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
