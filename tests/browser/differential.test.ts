import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTrainer } from '../../src/engine/trainer';
import type { Experiment } from '../../src/experiment/schema';
import type { RecordShape } from '../../src/history/record';
import type { Ops } from '../../src/ops/ops';
import { backends, openForTest } from '../support/backends';
import { difference, expectationOf, followedSteps, smallExperiment } from '../support/differential';

/** Random experiments; the deep tests ask for more. */
const count = Number(import.meta.env.VITE_EXPERIMENTS ?? 24);

async function train(
  ops: Ops,
  experiment: Experiment,
): Promise<{ readonly shape: RecordShape; readonly records: readonly Float64Array[] }> {
  const trainer = createTrainer(ops, experiment);
  const records = [await trainer.measure()];
  while (trainer.step < followedSteps && !trainer.nonFinite) records.push(await trainer.advance());
  const { shape } = trainer;
  trainer.dispose();
  return { shape, records };
}

it(
  `${count} random experiments: every backend agrees with a reference in float64`,
  async () => {
    const opened = new Map<string, Ops>();
    for (const backend of backends) opened.set(backend, await openForTest(backend));
    const seen = {
      experiments: 0,
      compared: 0,
      tiny: 0,
      unknown: 0,
      nearOverflow: 0,
      chaotic: 0,
      rounding: 0,
    };
    await fc.assert(
      fc.asyncProperty(smallExperiment, async (experiment) => {
        seen.experiments += 1;
        let expectation: ReturnType<typeof expectationOf> | undefined;
        for (const [backend, ops] of opened) {
          const { shape, records } = await train(ops, experiment);
          expectation ??= expectationOf(experiment, shape);
          const found = difference(expectation, records);
          expect(found.faults, backend).toEqual([]);
          seen.compared += found.compared;
          seen.tiny += found.tiny;
          seen.unknown += found.unknown;
          seen.nearOverflow += Number(found.isExempt);
          seen.chaotic += Number(found.isChaotic);
          seen.rounding += Number(found.isRounding);
        }
      }),
      { numRuns: count, seed: Number(import.meta.env.VITE_SEED ?? 20261124) },
    );
    console.log('against float64, on three backends:', JSON.stringify(seen));
  },
  count * 30_000,
);
