import { describe, expect, it } from 'vitest';
import { safeguards } from '../../src/catalog/safeguards';
import { differences } from '../../src/experiment/change';
import { makeBatch, makeData } from '../../src/experiment/data';
import { experimentOf } from '../../src/experiment/legality';
import { defaultExperiment, type Experiment } from '../../src/experiment/schema';
import { initialWeights, widthsOf } from '../../src/experiment/weights';
import type { Pool, Tried } from '../../src/study/pool';
import { isWhole, rowsOf, runTrials, summaryOf, type TrialRow } from '../../src/study/trials';
import { untreated, variantsOf } from '../../src/study/variants';
import { tried } from '../support/outcomes';

const never = new AbortController().signal;

describe('variants', () => {
  const protectedOne = experimentOf({ clipByGlobalNorm: true, normalization: 'layer' }).experiment;

  it('hold every safeguard alone, normalizations and residual connections too', () => {
    const variants = variantsOf(defaultExperiment);
    const ids = variants.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of safeguards) {
      const found = variants.find((variant) => variant.id === id);
      const bare = variants.find((variant) => variant.id === untreated);
      const changed = differences(
        bare?.experiment ?? defaultExperiment,
        found?.experiment ?? defaultExperiment,
      );
      expect(changed.map(({ key }) => key)).toEqual([id]);
    }
    expect(ids).toContain('normalization layer');
    expect(ids).toContain('residual inverseSqrtDepth');
    expect(ids).toContain('suited');
    expect(ids).not.toContain('given');
  });

  it('begin with a protected experiment as it is, then without protection', () => {
    const [given, bare] = variantsOf(protectedOne);
    expect(given?.experiment).toEqual(protectedOne);
    expect(bare?.id).toBe(untreated);
    expect(bare?.experiment.clipByGlobalNorm).toBe(false);
    expect(bare?.experiment.normalization).toBe('none');
  });

  it('differ in what they name alone: data, batches and weights are the same numbers', () => {
    const small: Experiment = { ...defaultExperiment, depth: 6, width: 8, samples: 60 };
    const [first, ...others] = variantsOf(small);
    const reference = traits(first?.experiment ?? small);
    for (const { id, experiment } of others) {
      const own = traits(experiment);
      expect(own.data, id).toEqual(reference.data);
      expect(own.batches, id).toEqual(reference.batches);
      const isAboutWeights = id === 'suited' || id === 'gain 1';
      if (!isAboutWeights) expect(own.weights, id).toEqual(reference.weights);
    }
  });
});

/** The data, the first batches and the initial weights of an experiment. */
function traits(experiment: Experiment) {
  const data = makeData(experiment);
  const widths = widthsOf(experiment);
  return {
    data,
    batches: [0, 1, 7].map((step) => makeBatch(experiment, data.training, step)),
    weights: widths
      .slice(1)
      .map((fanOut, index) => initialWeights(experiment, index + 1, widths[index] ?? 0, fanOut)),
  };
}

describe('trials', () => {
  const plan = { experiment: defaultExperiment, steps: 3, seeds: 2 };

  it('give every row the same seeds, first seeds first, and go on after an error', async () => {
    const seen: number[] = [];
    const pool = {
      run: async ({ experiment }) => {
        seen.push(experiment.seed);
        expect(experiment.backend).toBe('wasm');
        if (seen.length === 2) throw new Error('lost');
        return tried();
      },
    } as Partial<Pool> as Pool;
    const rows = rowsOf(plan);
    const results: (Tried | Error)[] = [];
    await runTrials(pool, plan, rows, never, (_row, _seed, result) => results.push(result));
    expect(results).toHaveLength(2 * rows.length);
    expect(results.filter((result) => result instanceof Error)).toHaveLength(1);
    const { seed } = defaultExperiment;
    expect(seen).toEqual([...rows.map(() => seed), ...rows.map(() => seed + 1)]);
  });

  it('train only what is not known yet', async () => {
    const rows = rowsOf(plan).map((row) => ({ ...row, results: [tried(), null] }));
    let count = 0;
    const pool = {
      run: async () => {
        count += 1;
        return tried();
      },
    } as Partial<Pool> as Pool;
    await runTrials(pool, plan, rows, never, () => {});
    expect(count).toBe(rows.length);
  });

  it('try again what was lost', async () => {
    const rows = rowsOf(plan).map((row) => ({ ...row, results: [tried(), new Error('lost')] }));
    expect(isWhole(rows)).toBe(false);
    let count = 0;
    const pool = {
      run: async () => {
        count += 1;
        return tried();
      },
    } as Partial<Pool> as Pool;
    await runTrials(pool, plan, rows, never, () => {});
    expect(count).toBe(rows.length);
    expect(isWhole(rows.map((row) => ({ ...row, results: [tried(), tried()] })))).toBe(true);
  });

  const row = (id: string, ...results: TrialRow['results']): TrialRow => ({
    variant: { id, name: { en: id, 'zh-CN': id }, experiment: defaultExperiment },
    results,
  });
  const lost = tried({
    nonFinite: { step: 2, layer: 1, tensor: 'loss' },
    skill: Number.NaN,
    loss: Number.NaN,
    accuracy: Number.NaN,
  });

  it('are summed up against the untreated training of the same seed', () => {
    const reference = row(untreated, tried({ gradient: 100 }), tried({ gradient: 1e4 }));
    const treated = row('clip', tried({ gradient: 1 }), tried({ gradient: 1 }));
    const rows = [reference, treated];
    expect(summaryOf(treated, rows)?.ratio).toBeCloseTo(1e-3, 12);
    expect(summaryOf(reference, rows)?.gradient).toBeCloseTo(1e3, 9);
    expect(summaryOf(row('waiting', null), rows)).toBeNull();
  });

  it('are judged by being finite, then by learning', () => {
    const verdict = (...results: TrialRow['results']) =>
      summaryOf(row('one', ...results), [])?.verdict;
    expect(verdict(lost, lost)).toBe('nonFinite');
    expect(verdict(lost, tried())).toBe('sometimesNonFinite');
    expect(verdict(tried({ skill: 0.1 }), tried({ skill: 0.2 }))).toBe('chance');
    expect(verdict(tried({ skill: 0.1 }), tried({ skill: 0.9 }))).toBe('learns');
    const skipping = tried({ skill: Number.NaN, loss: Number.NaN });
    expect(verdict(tried({ skill: 0.9 }), skipping)).toBe('stuck');
    expect(summaryOf(row('one', tried(), skipping), [])?.loss).toBeNaN();
    expect(summaryOf(row('one', lost, tried()), [])?.nonFiniteAt).toBe(2);
  });
});
