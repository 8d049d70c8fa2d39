import type { Backend } from '../../experiment/backends';

/** What the backends are called, in every language. */
export const backendNames: Readonly<Record<Backend, string>> = {
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};
