import { beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/engine/tfjs/backend';
import { createTrainer } from '../../src/engine/trainer';
import { createHistory } from '../../src/history/history';
import { scenarios } from '../../src/learn/scenarios';
import type { Ops } from '../../src/ops/ops';

/** The page opens a scenario with the first seed; what it tells is not to hang on the draw of the weights. */
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 3) }, (_, index) => index + 1);

let ops: Ops;
beforeAll(async () => {
  const opened = await openBackend('wasm');
  if ('refusal' in opened) throw new Error(opened.refusal);
  ops = opened.ops;
});

describe('every scenario comes out as it says', () => {
  it('has an id of its own, and all settings are legal', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    expect(scenarios.length).toBeGreaterThanOrEqual(16);
    for (const { experiment } of scenarios) expect(experiment).toBeDefined();
  });

  it.each(scenarios.flatMap((one) => seeds.map((seed) => [one.id, seed, one] as const)))(
    '%s, seed %i',
    async (_, seed, { experiment, steps, checks }) => {
      const trainer = createTrainer(ops, { ...experiment, seed });
      const history = createHistory(trainer.shape);
      history.append(await trainer.measure(), trainer.shape);
      while (trainer.step < steps && !trainer.nonFinite) {
        history.append(await trainer.advance(), trainer.shape);
      }
      const { nonFinite } = trainer;
      trainer.dispose();
      for (const check of checks) {
        const found = check.read({ history, nonFinite });
        expect(found?.holds, `${check.text.en}: measured ${found?.measured}`).toBe(true);
      }
    },
    120_000,
  );
});
