import { beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/engine/tfjs/backend';
import { runTrial } from '../../src/engine/trial';
import type { Outcome } from '../../src/history/outcome';
import { claims } from '../../src/learn/claims';
import type { Ops } from '../../src/ops/ops';

let ops: Ops;
beforeAll(async () => {
  const opened = await openBackend('wasm');
  if ('refusal' in opened) throw new Error(opened.refusal);
  ops = opened.ops;
});

/** The page tests a claim with the first; a verdict is not to hang on the draw of the weights. */
const seeds = [1, 2, 3];

describe('every verdict on a claim holds', () => {
  it('has an id of its own, and runs of their own', () => {
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    for (const { runs } of claims) {
      expect(new Set(runs.map(({ id }) => id)).size).toBe(runs.length);
    }
  });

  for (const [seed, { id: claim, runs, evidence }] of seeds.flatMap((seed) =>
    claims.map((claim) => [seed, claim] as const),
  )) {
    const options = { tags: seed === 1 ? [] : ['deep'], timeout: 120_000 };
    it(`${claim}, seed ${seed}`, options, async () => {
      const outcomes: Record<string, Outcome> = {};
      for (const { id, experiment, steps } of runs) {
        expect(evidence.every(({ read }) => read(outcomes) !== null)).toBe(false);
        outcomes[id] = (await runTrial(ops, { ...experiment, seed }, steps)).outcome;
      }
      const found = evidence.map(({ text, read }) => ({ text: text.en, ...read(outcomes) }));
      expect(found.filter(({ holds }) => !holds)).toEqual([]);
    });
  }
});
