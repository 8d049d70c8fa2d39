import type { Tensor } from '../../ops/ops';
import type { Handle, Kernels } from './kernels';
import type { Memory } from './memory';

/** Tensors in scopes, as arrays and addresses in the memory of the WebAssembly backend. */
export interface Heap {
  /** A tensor whose values are to be written. */
  make(shape: readonly number[], dtype?: 'float32' | 'bool'): Handle;
  /** Values of a tensor from the `start`-th on, as a tensor that shares its memory. */
  view(x: Tensor, shape: readonly number[], start?: number): Handle;
  /** Address of the first value. */
  offset(x: Tensor): number;
  /** The values, row-major; the array is good until the next tensor is made. */
  values(x: Tensor): Float32Array | Uint8Array;
}

/** The tensors of these kernels, which lie in this memory. */
export function createHeap(kernels: Kernels, memory: Memory): Heap {
  return {
    make: (shape, dtype) => kernels.adopt(memory.make(shape, dtype)),
    view: (x, shape, start = 0) => kernels.adopt(memory.view(x as Handle, shape, start)),
    offset: (x) => memory.offset(x as Handle),
    values: (x) => memory.values(x as Handle),
  };
}
