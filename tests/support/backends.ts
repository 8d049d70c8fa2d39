import { openBackend } from '../../src/engine/tfjs/backend';
import { wasmPaths } from '../../src/engine/tfjs/binaries';
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
