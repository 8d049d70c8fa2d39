import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimate, type Series } from '../../src/history/decimate';
import { factorsAt } from '../../src/history/factors';
import { growthAt } from '../../src/history/growth';
import { createHistory } from '../../src/history/history';
import { absent } from '../../src/history/measures';
import { firstNonFinite, watchable } from '../../src/history/nonFinite';
import {
  emptyRecord,
  layerColumn,
  recordShape,
  recordWidth,
  stepColumn,
} from '../../src/history/record';

const shape = recordShape(4);

function record(step: number, fill = 1): Float64Array {
  const row = emptyRecord(shape).fill(fill);
  row[stepColumn(shape, 'step')] = step;
  return row;
}

describe('a history', () => {
  it('gives back what was recorded, and absent elsewhere', () => {
    const history = createHistory(shape);
    const row = record(0);
    row[layerColumn(shape, 'gradH', 2)] = 5;
    history.append(row);
    expect(history.layerAt(0, 'gradH', 2)).toBe(5);
    expect(history.layerAt(0, 'gradH', 9)).toBe(absent);
    expect(history.at(1, 'loss')).toBe(absent);
  });

  it('replaces a step that is measured again', () => {
    const history = createHistory(shape);
    history.append(Float64Array.of(...record(0), ...record(1, 2)));
    history.append(record(1, 3));
    expect(history.length).toBe(2);
    expect(history.at(1, 'loss')).toBe(3);
  });

  it('thins its older half past the limit, says so, and keeps the newest', () => {
    const history = createHistory(shape, 8 * recordWidth(shape) * 10);
    for (let step = 0; step < 100; step++) history.append(record(step));
    expect(history.length).toBeLessThanOrEqual(10);
    expect(history.thinned).toBe(true);
    expect(history.at(0, 'step')).toBe(0);
    expect(history.at(history.length - 1, 'step')).toBe(99);
    const steps = Array.from({ length: history.length }, (_, index) => history.at(index, 'step'));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it.each([
    ['the larger gradient norm', { gradNorm: 1e9, loss: 1 }],
    ['a gradient that is not finite', { gradNorm: Number.NaN, loss: 1 }],
    ['a loss that is not finite', { gradNorm: 1, loss: Infinity }],
  ])('keeps of two older records the one with %s', (_, values) => {
    for (const spike of [1, 2, 3, 4, 27]) {
      const history = createHistory(shape, 8 * recordWidth(shape) * 16);
      for (let step = 0; step < 200; step++) {
        const row = record(step);
        if (step === spike) {
          row[stepColumn(shape, 'gradNorm')] = values.gradNorm;
          row[stepColumn(shape, 'loss')] = values.loss;
        }
        history.append(row);
      }
      expect(history.at(0, 'step')).toBe(0);
      expect(history.at(history.indexOf(spike), 'step')).toBe(spike);
    }
  });
});

describe('records of different shapes', () => {
  it('stand in one history: what was not measured is absent', () => {
    const wider = recordShape(4, ['clipByValue']);
    const history = createHistory(shape);
    history.append(record(0));
    const row = emptyRecord(wider).fill(2);
    row[stepColumn(wider, 'step')] = 1;
    history.append(row, wider);
    expect(history.layerAt(0, 'after:clipByValue', 2)).toBe(absent);
    expect(history.layerAt(1, 'after:clipByValue', 2)).toBe(2);
    expect(history.layerAt(1, 'gradH', 2)).toBe(2);
    expect(history.shapeAt(1)).toBe(wider);
  });
});

describe('the factors of the chain rule', () => {
  const put = (
    row: Float64Array,
    measure: Parameters<typeof layerColumn>[1],
    values: readonly number[],
    first: number,
  ) => {
    values.forEach((value, offset) => {
      row[layerColumn(shape, measure, first + offset)] = value;
    });
  };
  const norms = fc.double({ min: 1e-30, max: 1e30, noNaN: true });

  it('multiply to the explosion, exactly, with skips and without', () => {
    fc.assert(
      fc.property(
        fc.array(norms, { minLength: 4, maxLength: 4 }),
        fc.array(norms, { minLength: 4, maxLength: 4 }),
        fc.option(fc.array(norms, { minLength: 3, maxLength: 3 })),
        (gradH, gradZ, branch) => {
          const row = emptyRecord(shape);
          put(row, 'gradH', gradH, 0);
          put(row, 'gradZ', gradZ, 1);
          if (branch) put(row, 'gradBranch', branch, 1);
          const history = createHistory(shape);
          history.append(row);
          const factors = factorsAt(history, 0);
          for (const { weights, activation, skip, total } of factors) {
            expect((weights * activation * skip) / total).toBeCloseTo(1, 9);
          }
          const logarithm = factors.reduce((sum, { total }) => sum + Math.log(total), 0);
          expect(logarithm).toBeCloseTo(Math.log((gradH[0] ?? 0) / (gradZ[3] ?? 0)), 6);
        },
      ),
    );
  });
});

describe('the record of a step', () => {
  it('is the last one up to it', () => {
    const history = createHistory(shape);
    for (const step of [0, 2, 4, 7]) history.append(record(step));
    expect([0, 1, 2, 3, 4, 6, 7, 99].map((step) => history.indexOf(step))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
  });
});

describe('growth', () => {
  it('is the geometric mean over the hidden layers', () => {
    const history = createHistory(shape);
    const row = record(0);
    [8, 4, 2, 1].forEach((norm, layer) => {
      row[layerColumn(shape, 'gradH', layer)] = norm;
    });
    history.append(row);
    expect(growthAt(history, 0)).toEqual({ perLayer: 2, total: 4 });
  });

  it('is undefined below depth 3', () => {
    const history = createHistory(recordShape(2));
    history.append(emptyRecord(recordShape(2)));
    expect(growthAt(history, 0)).toBeUndefined();
  });
});

describe('the first non-finite tensor', () => {
  const broken = (
    measure: Parameters<typeof layerColumn>[1],
    layer: number,
    value: number,
    row = record(3),
  ) => {
    row[layerColumn(shape, measure, layer)] = value;
    return row;
  };

  const first = (row: Float64Array, isSkipping = false) =>
    firstNonFinite(watchable(shape, row), isSkipping);

  it('is none where all is finite or absent', () => {
    expect(first(record(0))).toBeNull();
    expect(first(emptyRecord(shape))).toBeNull();
  });

  it('is a change that is made, where other steps are skipped', () => {
    const row = broken('gradW', 2, Number.NaN);
    expect(first(row, true)).toBeNull();
    expect(first(broken('change', 2, Number.NaN, row), true)?.tensor).toBe('change');
  });

  it('is the earliest of a step: activations, loss, gradients from the output back, change', () => {
    const late = broken('change', 1, Number.NaN);
    expect(first(late)).toEqual({ step: 3, layer: 1, tensor: 'change' });
    const shallow = broken('gradW', 2, Number.POSITIVE_INFINITY, late);
    const deep = broken('gradZ', 3, Number.NaN, shallow);
    expect(first(deep)).toEqual({ step: 3, layer: 3, tensor: 'gradZ' });
    deep[stepColumn(shape, 'loss')] = Number.POSITIVE_INFINITY;
    expect(first(deep)).toEqual({ step: 3, layer: 4, tensor: 'loss' });
    expect(first(broken('actRms', 4, Number.NaN, deep))?.tensor).toBe('output');
    expect(first(broken('actRms', 2, Number.NaN, deep))).toEqual({
      step: 3,
      layer: 2,
      tensor: 'activation',
    });
  });
});

describe('decimation', () => {
  const values = fc.array(
    fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, absent)),
    { maxLength: 3000 },
  );
  const seriesOf = (list: readonly number[]): Series => ({
    length: list.length,
    step: (index) => index,
    value: (index) => list[index] ?? Number.NaN,
  });

  it('keeps ends, extremes and non-finite values within its limit, in order', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 10, max: 200 }), (list, limit) => {
        const points = decimate(seriesOf(list), limit);
        expect(points.length).toBeLessThanOrEqual(Math.max(limit, Math.min(list.length, limit)));
        const steps = points.map(({ step }) => step);
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
        const finite = list.filter(Number.isFinite);
        const kept = points.map(({ value }) => value);
        if (finite.length > 0) {
          expect(kept).toContain(Math.max(...finite) + 0);
          expect(kept).toContain(Math.min(...finite) + 0);
        }
        expect(kept.some((value) => !Number.isFinite(value))).toBe(finite.length < list.length);
        if (list.length > 0) expect([steps[0], steps.at(-1)]).toEqual([0, list.length - 1]);
      }),
    );
  });

  it('leaves out what is not present', () => {
    const points = decimate(seriesOf([1, absent, absent, 2]), 150, (value) => value !== absent);
    expect(points).toEqual([
      { step: 0, value: 1 },
      { step: 3, value: 2 },
    ]);
  });
});
