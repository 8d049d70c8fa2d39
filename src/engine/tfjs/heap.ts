import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Tensor } from '../../ops/ops';
import type { Handle, Kernels } from './kernels';

/** Tensors as arrays over the memory of the WebAssembly backend. */
export interface Heap {
  /** A tensor whose values are to be written. */
  make(shape: readonly number[], dtype?: 'float32' | 'bool'): Handle;
  /** The values, row-major; the array is good until the next tensor is made. */
  values(x: Tensor): Float32Array | Uint8Array;
}

/** The memory of the WebAssembly backend that these kernels run on. */
export function createHeap(kernels: Kernels): Heap {
  const backend = kernels.backend as BackendWasm;
  return {
    make: (shape, dtype = 'float32') => kernels.adopt(backend.makeOutput([...shape], dtype)),
    values: (x) => backend.typedArrayFromHeap(x as Handle) as Float32Array | Uint8Array,
  };
}
