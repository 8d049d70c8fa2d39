import type { WasmPaths } from '../../src/engine/tfjs/backend';
import { openBackend } from '../../src/engine/tfjs/backend';
import type { Backend } from '../../src/experiment/backends';
import type { Case } from './cases';
import { agrees, type Deviation, replay } from './replay';

/** A case's deviation, and whether it is within tolerance. */
export type Verdict = Deviation & { readonly agrees: boolean };

/** Replays cases on one backend, one after another. */
export async function verify(
  backend: Backend,
  cases: readonly Case[],
  wasmPaths?: WasmPaths,
): Promise<readonly Verdict[]> {
  const opened = await openBackend(backend, {
    softwareWebgl: true,
    ...(wasmPaths && { wasmPaths }),
  });
  if (!('ops' in opened)) throw new Error(`${backend}: ${opened.refusal}`);
  const verdicts: Verdict[] = [];
  for (const reference of cases) {
    const deviation = await replay(opened.ops, reference);
    verdicts.push({ ...deviation, agrees: agrees(deviation) });
  }
  return verdicts;
}
