import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excessOf } from '../../src/experiment/budget';
import { makeData } from '../../src/experiment/data';
import { experimentOf } from '../../src/experiment/legality';
import { defaultExperiment } from '../../src/experiment/schema';
import { legalAxis, type MapAxis, numberFieldOf, valuesOf } from '../../src/study/map/axis';
import { zeroLine } from '../../src/study/map/contour';
import { coarseToFine, standIn } from '../../src/study/map/order';
import { cellAt, gridOf, hasEffect } from '../../src/study/map/plan';
import { mapPresets } from '../../src/study/map/presets';
import { predictorOf } from '../../src/study/map/theory';
import { predictGradients } from '../../src/theory/prediction';
import { anyAxis, mapOf, usual } from '../support/maps';

describe('the values of an axis', () => {
  it('are legal, ascending and different, whatever is asked for', () => {
    fc.assert(
      fc.property(anyAxis, (axis) => {
        const { min, max, integer } = numberFieldOf(axis.key);
        const values = valuesOf(axis);
        expect(values.length).toBeGreaterThanOrEqual(1);
        expect(values.length).toBeLessThanOrEqual(64);
        values.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
          if (integer) expect(value).toBe(Math.round(value));
          if (index > 0) expect(value).toBeGreaterThan(values[index - 1] ?? Infinity);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('are spread on their scale, with exact ends', () => {
    const gain = { key: 'gain', from: 0.1, to: 3, count: 4 } as const;
    expect(valuesOf({ ...gain, scale: 'log' })).toEqual([0.1, 0.310723, 0.965489, 3]);
    expect(valuesOf({ ...gain, scale: 'linear' })).toEqual([0.1, 1.06667, 2.03333, 3]);
    const depth = { key: 'depth', from: 3, to: 6, count: 12, scale: 'linear' } as const;
    expect(valuesOf(depth)).toEqual([3, 4, 5, 6]);
  });

  it('are logarithmic only above 0', () => {
    const noise = { key: 'noise', from: 0, to: 1, count: 3, scale: 'log' } as const;
    expect(legalAxis(noise).scale).toBe('linear');
    expect(valuesOf(noise)).toEqual([0, 0.5, 1]);
  });
});

it('a map whose data file is not here says so in every cell, and theory predicts none', () => {
  const experiment = { ...defaultExperiment, dataset: 'ownData', dataHash: 7 } as const;
  const plan = { experiment, ...mapPresets[0].setup };
  expect(cellAt(plan, 1, 10)).toHaveProperty('reason');
  expect(predictorOf(plan)(1, 10)).toBeNaN();
});

describe('the order of cells', () => {
  it.each([
    [1, 1],
    [8, 8],
    [17, 17],
    [5, 30],
    [64, 64],
  ])('of %i × %i holds every cell once, every 8th first', (columns, rows) => {
    const order = coarseToFine(columns, rows);
    expect([...order].sort((a, b) => a - b)).toEqual(order.map((_, index) => index));
    const coarse = Math.ceil(columns / 8) * Math.ceil(rows / 8);
    for (const index of order.slice(0, coarse)) {
      expect([(index % columns) % 8, Math.floor(index / columns) % 8]).toEqual([0, 0]);
    }
  });

  it('lets the corner of the smallest known block stand in', () => {
    const known = new Set([0, 4 * 17 + 4]);
    const shown = (column: number, row: number) =>
      standIn(column, row, 17, (index) => known.has(index));
    expect(shown(0, 0)).toBe(0);
    expect(shown(7, 3)).toBe(0);
    expect(shown(7, 7)).toBe(4 * 17 + 4);
    expect(shown(8, 0)).toBe(-1);
  });
});

describe('a cell', () => {
  it('has the settings of its place, and puts what they belong to in force', () => {
    const plan = mapOf(mapPresets[3].setup);
    const cell = cellAt(plan, 0.2, 1.25);
    expect(cell).toEqual({
      experiment: { ...defaultExperiment, activation: 'leakyRelu', negativeSlope: 0.2, gain: 1.25 },
    });
  });

  it('says why it cannot be', () => {
    const { experiment } = experimentOf({ normalization: 'batch' });
    const batch: MapAxis = { key: 'batchSize', from: 1, to: 64, count: 4, scale: 'log' };
    expect(cellAt(mapOf({ experiment, x: batch }), 1, 1)).toHaveProperty('reason');
    expect(cellAt(mapOf({ experiment, x: batch }), 4, 1)).toHaveProperty('experiment');
    expect(cellAt(mapOf(), 2, 1)).toHaveProperty('reason');
    expect(cellAt(mapOf({ measure: 'loss' }), 2, 1)).toHaveProperty('experiment');
    const large = experimentOf({ width: 256, batchSize: 1024, samples: 10_000 }).experiment;
    expect(excessOf({ ...large, depth: 100 }).length).toBeGreaterThan(0);
    expect(cellAt(mapOf({ experiment: large }), 100, 1)).toHaveProperty('reason');
  });

  it('needs two settings that can have an effect together', () => {
    expect(hasEffect(mapOf())).toBe(true);
    expect(hasEffect(mapOf({ x: usual.y }))).toBe(false);
    const scale: MapAxis = { key: 'lossScale', from: 1, to: 8, count: 4, scale: 'log' };
    const { experiment } = experimentOf({ numberFormat: 'float16' });
    expect(hasEffect(mapOf({ x: scale }))).toBe(false);
    expect(hasEffect(mapOf({ x: scale, experiment }))).toBe(true);
    expect(cellAt(mapOf({ x: scale }), 2, 1)).toHaveProperty('reason');
  });
});

describe('the prediction of a map', () => {
  it.each([
    {},
    { activation: 'tanh', initializer: 'lecunNormal' },
    { activation: 'gelu', normalization: 'layer' },
    { activation: 'tanh', residual: 'inverseSqrtDepth' },
    { activation: 'selu', residual: 'plain', normalization: 'batch' },
  ])('is that of each network by itself: %o', (settings) => {
    const { experiment } = experimentOf(settings);
    for (const axes of [{}, { x: mapPresets[1].setup.y }, { x: mapPresets[2].setup.x }]) {
      const plan = mapOf({ experiment, ...axes });
      const { xs, ys } = gridOf(plan);
      const predict = predictorOf(plan);
      for (const x of [xs[1] ?? 0, xs.at(-1) ?? 0, xs[6] ?? 0]) {
        for (const y of [ys[2] ?? 0, ys[12] ?? 0]) {
          const cell = cellAt(plan, x, y);
          if ('reason' in cell) throw new Error(cell.reason.en);
          const { features } = makeData(cell.experiment).training;
          const inputMeanSquare =
            features.reduce((sum, value) => sum + value ** 2, 0) / features.length;
          const own = predictGradients(cell.experiment, { inputMeanSquare, lastGradient: 1 });
          expect(predict(x, y)).toBeCloseTo('growth' in own ? own.growth : Number.NaN, 9);
        }
      }
    }
  });

  it('is none where there is no growth', () => {
    expect(predictorOf(mapOf())(2, 1)).toBeNaN();
    const { experiment } = experimentOf({ initializer: 'zeros' });
    expect(predictorOf(mapOf({ experiment }))(10, 1)).toBeNaN();
  });
});

describe('the zero line', () => {
  const range = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('of a plane is straight and exact', () => {
    const line = zeroLine(range(5), range(4), (x, y) => x + 2 * y - 3.5);
    expect(line.length).toBeGreaterThan(2);
    for (const { x1, y1, x2, y2 } of line) {
      expect(x1 + 2 * y1).toBeCloseTo(3.5, 12);
      expect(x2 + 2 * y2).toBeCloseTo(3.5, 12);
    }
  });

  it('of a circle is closed and near it', () => {
    const at = range(41).map((index) => (index - 20) / 8);
    const line = zeroLine(at, at, (x, y) => Math.hypot(at[x] ?? 0, at[y] ?? 0) - 2);
    const ends = line.flatMap(({ x1, y1, x2, y2 }) => [
      [x1, y1],
      [x2, y2],
    ]);
    const counts = new Map<string, number>();
    for (const end of ends) {
      expect(Math.hypot(...end)).toBeCloseTo(2, 2);
      const name = end.map((value) => value.toFixed(9)).join(' ');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect([...counts.values()].every((count) => count === 2)).toBe(true);
    const length = line.reduce((sum, s) => sum + Math.hypot(s.x2 - s.x1, s.y2 - s.y1), 0);
    expect(length).toBeCloseTo(4 * Math.PI, 1);
  });

  it('of a saddle joins the side of the mean, and stops where a value is not finite', () => {
    const saddle = (low: number) => zeroLine([0, 1], [0, 1], (x, y) => (x === y ? low : -1));
    const joins = ({ x1, y1, x2, y2 }: ReturnType<typeof saddle>[number]) =>
      (x1 + x2) / 2 + (y1 + y2) / 2;
    expect(
      saddle(2)
        .map(joins)
        .every((sum) => Math.abs(sum - 1) < 0.2),
    ).toBe(true);
    expect(saddle(0.5)).toHaveLength(2);
    expect(zeroLine([0, 1], [0, 1], (x, y) => (x + y === 0 ? Number.NaN : x - 0.5))).toEqual([]);
  });
});
