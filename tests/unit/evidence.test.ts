import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/catalog/entry';
import { lossScalings } from '../../src/catalog/lossScalings';
import { normalizations } from '../../src/catalog/normalizations';
import { residuals } from '../../src/catalog/residuals';
import { safeguards } from '../../src/catalog/safeguards';
import { schedules } from '../../src/catalog/schedules';
import { defaultExperiment } from '../../src/experiment/schema';
import { evidenceOf } from '../../src/history/evidence';
import { createHistory } from '../../src/history/history';
import { absent } from '../../src/history/measures';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';

describe('evidence', () => {
  const staged = recordShape(2, ['clipByGlobalNorm', 'optimizer']);
  const clipped = (step: number, raw: number, after: number) => {
    const row = emptyRecord(staged);
    const put = (measure: Parameters<typeof stepColumn>[1], value: number) => {
      row[stepColumn(staged, measure)] = value;
    };
    put('step', step);
    put('gradNorm', raw);
    put('after:clipByGlobalNorm', after);
    put('learningRate', 0.01);
    [1, 2].forEach((layer) => {
      row[layerColumn(staged, 'gradTheta', layer)] = raw / layer;
      row[layerColumn(staged, 'after:clipByGlobalNorm', layer)] = after / layer;
    });
    return row;
  };
  const history = createHistory(staged);
  for (const [step, raw] of [4, 0.5, 100, Number.NaN, 10].entries())
    history.append(clipped(step, raw, Math.min(1, raw)));

  it('counts what was clipped, and averages the factors geometrically', () => {
    const { steps, acted, factor } = evidenceOf(history, 4, 'clipByGlobalNorm', 0);
    expect({ steps, acted }).toEqual({ steps: 5, acted: 3 });
    expect(factor).toBeCloseTo((0.25 * 0.01 * 0.1) ** (1 / 3), 10);
  });

  it('looks back no further than asked, nor past the record looked at', () => {
    expect(evidenceOf(history, 2, 'clipByGlobalNorm', 1)).toMatchObject({ steps: 2, acted: 1 });
  });

  it('looks back a thousand steps at most', () => {
    const long = createHistory(staged);
    for (let step = 0; step < 1500; step++) long.append(clipped(step, 10, 1));
    const { steps, acted } = evidenceOf(long, 1499, 'clipByGlobalNorm', 0);
    expect([steps, acted]).toEqual([1000, 1000]);
  });

  it('tells how much layers were scaled by, if anything finite passed', () => {
    const scaled = (index: number) => evidenceOf(history, index, 'clipByGlobalNorm', 0);
    expect([scaled(4).least, scaled(4).most]).toEqual([0.1, 0.1]);
    expect([scaled(3).least, scaled(3).most]).toEqual([absent, absent]);
  });

  it('counts steps dropped for their gradient or their update, where that is in force', () => {
    const skipping = recordShape(2, ['optimizer', 'skipNonFinite']);
    const records = (shape: typeof skipping) => {
      const taken = createHistory(shape);
      const steps = [
        [1, 1],
        [Number.NaN, 1],
        [1, Number.POSITIVE_INFINITY],
      ] as const;
      steps.forEach(([raw, change], step) => {
        const row = emptyRecord(shape);
        row[stepColumn(shape, 'step')] = step;
        row[stepColumn(shape, 'gradNorm')] = raw;
        row[stepColumn(shape, 'after:optimizer')] = change;
        taken.append(row);
      });
      return evidenceOf(taken, 2, 'skipNonFinite', 0).dropped;
    };
    expect(records(skipping)).toBe(2);
    expect(records(recordShape(2, ['optimizer']))).toBe(0);
  });

  it('has places for every line of evidence in the catalog', () => {
    const places = { ...defaultExperiment, ...evidenceOf(history, 4, 'clipByGlobalNorm', 0) };
    const entries = [safeguards, schedules, lossScalings, normalizations, residuals].flat();
    for (const { evidence } of entries as readonly Entry[]) {
      for (const text of Object.values(evidence ?? {})) {
        for (const [, place = ''] of text.matchAll(/\{(\w+)[|}]/g))
          expect(places).toHaveProperty([place]);
      }
    }
  });
});
