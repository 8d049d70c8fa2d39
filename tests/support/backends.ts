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
  if ('refusal' in opened) throw new Error(`${backend}: ${opened.refusal.en}`);
  return opened.ops;
}

/** Opens WebAssembly as it computes where it has no vectors. */
export async function openWithoutVectors(): Promise<Ops> {
  await openForTest('wasm');
  return createWasmOps(tf.backend() as BackendWasm, async () => null);
}

/** The parts of tfjs's WebAssembly module that its types leave out. */
interface Module {
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
