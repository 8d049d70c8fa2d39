import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { openBackend } from '../../src/engine/tfjs/backend';
import { wasmPaths } from '../../src/engine/tfjs/binaries';
import { createWasmOps } from '../../src/engine/tfjs/wasm';
import type { Backend } from '../../src/experiment/backends';
import type { Ops } from '../../src/ops/ops';

/** Every backend, for tests that hold each of them to the same answer. */
export const backends = ['cpu', 'wasm', 'webgl'] as const satisfies readonly Backend[];

/** Opens a backend in the test browser, where WebGL is drawn in software. */
export async function openForTest(backend: Backend): Promise<Ops> {
  const opened = await openBackend(backend, {
    softwareWebgl: true,
    wasmPaths,
  });
  if ('refusal' in opened) throw new Error(`${backend}: ${opened.refusal}`);
  return opened.ops;
}

/** Opens WebAssembly as it computes where it has no vectors. */
export async function openWithoutVectors(): Promise<Ops> {
  await openForTest('wasm');
  return createWasmOps(tf.backend() as BackendWasm, async () => null);
}

/** The parts of tfjs's WebAssembly module that its types leave out. */
interface Module {
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(address: number): void;
  readonly tfjs: {
    registerTensor(id: number, size: number, address: number): void;
    disposeData(id: number): void;
  };
}

/**
 * Counts what the open backend itself holds, from here on: its tensors, or on WebAssembly its blocks of memory and the
 * tensors that the module keeps a note of.
 */
export function dataCounter(backend: Backend): () => number {
  if (backend !== 'wasm') return () => tf.backend().numDataIds();
  const wasm = (tf.backend() as BackendWasm).wasm as unknown as Module;
  // The module puts its functions in place when each is first called.
  wasm._free(wasm._malloc(1));
  const { _malloc: allocate, _free: free } = wasm;
  let blocks = 0;
  wasm._malloc = (bytes) => {
    blocks += 1;
    return allocate(bytes);
  };
  wasm._free = (address) => {
    blocks -= 1;
    free(address);
  };
  const { registerTensor: register, disposeData: forget } = wasm.tfjs;
  const registered = new Set<number>();
  wasm.tfjs.registerTensor = (id, size, address) => {
    registered.add(id);
    register(id, size, address);
  };
  wasm.tfjs.disposeData = (id) => {
    registered.delete(id);
    forget(id);
  };
  return () => blocks + registered.size;
}

/** Watches the bytes that the WebAssembly backend has allocated in its memory, from here on. */
export interface HeapWatch {
  /** Bytes allocated now, less those that were given back. */
  bytes(): number;
  /** The most bytes allocated at once since the last call. */
  peak(): number;
}

/** Begins to watch the memory of the open WebAssembly backend. */
export function watchHeap(): HeapWatch {
  const wasm = (tf.backend() as BackendWasm).wasm as unknown as Module;
  wasm._free(wasm._malloc(1));
  const { _malloc: allocate, _free: free } = wasm;
  const blocks = new Map<number, number>();
  let [bytes, peak] = [0, 0];
  wasm._malloc = (size) => {
    const address = allocate(size) >>> 0;
    blocks.set(address, size);
    bytes += size;
    peak = Math.max(peak, bytes);
    return address;
  };
  wasm._free = (address) => {
    bytes -= blocks.get(address >>> 0) ?? 0;
    blocks.delete(address >>> 0);
    free(address);
  };
  return {
    bytes: () => bytes,
    peak() {
      const most = peak;
      peak = bytes;
      return most;
    },
  };
}

/** Lets the memory of the open WebAssembly backend grow no further, until the function returned is called. */
export function refuseGrowth(): () => void {
  const { memory } = ((tf.backend() as BackendWasm).wasm as unknown as Module).asm;
  memory.grow = () => {
    throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
  };
  return () => {
    memory.grow = WebAssembly.Memory.prototype.grow;
  };
}
