import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { WasmPaths } from './backend';

/** Where a browser finds the binaries of the WebAssembly backend. */
export const wasmPaths: WasmPaths = { simd, plain };
