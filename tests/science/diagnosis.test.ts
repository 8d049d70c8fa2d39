import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Diagnosis, Finding, Fix } from '../../src/diagnosis/finding';
import { verdicts } from '../../src/diagnosis/rules';
import { openBackend } from '../../src/engine/tfjs/backend';
import { createTrainer } from '../../src/engine/trainer';
import { amend, experimentOf } from '../../src/experiment/legality';
import type { Experiment } from '../../src/experiment/schema';
import { growthAt } from '../../src/history/growth';
import { createHistory } from '../../src/history/history';
import type { Ops } from '../../src/ops/ops';
import {
  type Beside,
  base,
  besides,
  type Case,
  cases,
  chaotic,
  risings,
} from '../support/diagnosisCases';

type Settings = Readonly<Record<string, unknown>>;

const seeds = Number(process.env.SEEDS ?? 1);

const slow = 20 * 60_000;

let ops: Ops;
const table: string[] = [];

beforeAll(async () => {
  const opened = await openBackend('wasm');
  if ('refusal' in opened) throw new Error(opened.refusal);
  ops = opened.ops;
});
afterAll(() => console.log(`\n${table.join('\n')}\n`));

interface Outcome extends Diagnosis {
  /** The growth over all hidden layers; NaN below depth 3. */
  readonly growth: number;
}

/** Trains for some steps, then measures the last one again under other live settings, if there are any. */
async function outcomeOf(
  experiment: Experiment,
  count: number,
  live?: Experiment,
): Promise<Outcome> {
  const trainer = createTrainer(ops, experiment);
  const history = createHistory(trainer.shape);
  history.append(await trainer.measure(), trainer.shape);
  for (let step = 0; step < count && !trainer.nonFinite; step++) {
    history.append(await trainer.advance(), trainer.shape);
  }
  if (live) history.append(await trainer.measure(live), trainer.shape);
  const { nonFinite } = trainer;
  trainer.dispose();
  const index = history.length - 1;
  const current = live ?? experiment;
  const found = diagnose({ experiment: current, current, history, index, nonFinite });
  return { ...found, growth: growthAt(history, index)?.total ?? Number.NaN };
}

function experimentFor(settings: Settings, seed: number): Experiment {
  const { experiment, refusals } = experimentOf({ ...base, seed, ...settings });
  expect(refusals).toEqual([]);
  return experiment;
}

const place = ({ id }: Finding) => verdicts.findIndex((verdict) => verdict.id === id);

/**
 * Measures a fix: from step 0 to the same step, or at the same weights if it says so. It helps if the verdict comes later in the list, and if a fix of a growth
 * brings it within its bounds; what was fair must be healthy.
 */
async function measureFix(experiment: Experiment, count: number, before: Outcome, fix: Fix) {
  const { experiment: next, refusals } = amend(experiment, fix.changes);
  expect(refusals).toEqual([]);
  const after = fix.restarts
    ? await outcomeOf(next, count)
    : await outcomeOf(experiment, count, next);
  const { id } = before.verdict;
  const isBetter =
    id === 'fair' ? after.verdict.id === 'healthy' : place(after.verdict) > place(before.verdict);
  const isWithin = after.growth <= 100 && after.growth >= 0.01;
  const helps = isBetter && (isWithin || (id !== 'exploding' && id !== 'vanishing'));
  table.push(`    ${fix.id.padEnd(26)} → ${after.verdict.id}, R ${after.growth.toExponential(1)}`);
  return { helps, after };
}

describe('the verdict on a trained network', () => {
  it.each<Case>(cases)(
    '%s',
    async (name, settings, count, verdict, fixes = []) => {
      for (let seed = 1; seed <= seeds; seed++) {
        const experiment = experimentFor(settings, seed);
        const before = await outcomeOf(experiment, count);
        table.push(`${name}: ${before.verdict.id}, R ${before.growth.toExponential(1)}`);
        expect.soft(before.verdict.id).toBe(verdict);
        expect
          .soft(before.verdict.fixes.map(({ id }) => id))
          .toEqual(expect.arrayContaining(fixes));
        for (const fix of before.verdict.fixes) {
          const { helps, after } = await measureFix(experiment, count, before, fix);
          expect
            .soft(helps, `${name}, ${fix.id}: ${after.verdict.id}, R ${after.growth}`)
            .toBe(true);
        }
      }
    },
    slow,
  );
});

describe('a learning rate offered during warm-up', () => {
  it.each(risings)(
    'is sound at its full rate: %s',
    async (name, settings, full) => {
      for (let seed = 1; seed <= seeds; seed++) {
        const experiment = experimentFor(settings, seed);
        const { verdict } = await outcomeOf(experiment, 0);
        const fix = verdict.fixes.find(({ changes }) => changes.learningRate !== undefined);
        expect(fix).toBeDefined();
        const after = await outcomeOf(amend(experiment, fix?.changes ?? {}).experiment, full);
        table.push(`warm-up to ${name}, ${fix?.id}: ${after.verdict.id}`);
        expect(['healthy', 'fair']).toContain(after.verdict.id);
      }
    },
    slow,
  );
});

describe('beside the verdict on a trained network', () => {
  it.each<Beside>(besides)(
    '%s',
    async (name, settings, count, said, unsaid) => {
      for (let seed = 1; seed <= seeds; seed++) {
        const experiment = experimentFor(settings, seed);
        const { verdict, companions } = await outcomeOf(experiment, count);
        const found = companions.map(({ id }) => id);
        table.push(`${name}: ${[verdict.id, ...found].join(', ')}`);
        expect(found).toEqual(expect.arrayContaining(said));
        for (const id of unsaid) expect(found).not.toContain(id);
      }
    },
    slow,
  );

  it(
    'Leaky ReLU revives dead units',
    async () => {
      const experiment = experimentFor({ depth: 10, learningRate: 0.3 }, 1);
      const { companions } = await outcomeOf(experiment, 30);
      const [fix] = companions.flatMap(({ fixes }) => fixes);
      expect(fix?.id).toBe('leakyRelu');
      const after = await outcomeOf(amend(experiment, fix?.changes ?? {}).experiment, 30);
      expect(after.companions.map(({ id }) => id)).not.toContain('deadUnits');
    },
    slow,
  );

  it(
    'suited weights and layer normalization end saturation',
    async () => {
      const experiment = experimentFor(chaotic, 1);
      const { companions } = await outcomeOf(experiment, 0);
      const { fixes = [] } = companions.find(({ id }) => id === 'saturatedUnits') ?? {};
      expect(fixes.length).toBe(2);
      for (const { changes } of fixes) {
        const after = await outcomeOf(amend(experiment, changes).experiment, 0);
        expect(after.companions.map(({ id }) => id)).not.toContain('saturatedUnits');
      }
    },
    slow,
  );
});
