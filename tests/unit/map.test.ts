import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { excessOf } from '../../src/experiment/budget';
import { makeData } from '../../src/experiment/data';
import { experimentOf } from '../../src/experiment/legality';
import { decodeLink, encodeLink } from '../../src/experiment/link';
import { defaultExperiment } from '../../src/experiment/schema';
import type { Outcome } from '../../src/history/outcome';
import {
  axisKeys,
  legalAxis,
  type MapAxis,
  numberFieldOf,
  valuesOf,
} from '../../src/study/map/axis';
import { note, runMap, stateOf, unknownCells } from '../../src/study/map/cells';
import { decodeMap, encodeMap } from '../../src/study/map/code';
import { zeroLine } from '../../src/study/map/contour';
import { mapCsv } from '../../src/study/map/csv';
import { coarseToFine, standIn } from '../../src/study/map/order';
import { cellAt, gridOf, hasEffect, type MapPlan, mapMeasures } from '../../src/study/map/plan';
import { mapPresets } from '../../src/study/map/presets';
import { predictorOf } from '../../src/study/map/theory';
import { createPool, type Pool } from '../../src/study/pool';
import { predictGradients } from '../../src/theory/prediction';
import type { Report, Request } from '../../src/worker/protocol';

const anyAxis: fc.Arbitrary<MapAxis> = fc
  .record({
    key: fc.constantFrom(...axisKeys),
    from: fc.double(),
    to: fc.double(),
    count: fc.oneof(fc.integer({ min: -5, max: 100 }), fc.double()),
    scale: fc.constantFrom('linear' as const, 'log' as const),
  })
  .map((axis) => axis);

const usual = mapPresets[0].setup;
const planOf = (setup: Partial<MapPlan> = {}): MapPlan => ({
  experiment: defaultExperiment,
  ...usual,
  ...setup,
});

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
    const plan = planOf(mapPresets[3].setup);
    const cell = cellAt(plan, 0.2, 1.25);
    expect(cell).toEqual({
      experiment: { ...defaultExperiment, activation: 'leakyRelu', negativeSlope: 0.2, gain: 1.25 },
    });
  });

  it('says why it cannot be', () => {
    const { experiment } = experimentOf({ normalization: 'batch' });
    const batch: MapAxis = { key: 'batchSize', from: 1, to: 64, count: 4, scale: 'log' };
    expect(cellAt(planOf({ experiment, x: batch }), 1, 1)).toHaveProperty('reason');
    expect(cellAt(planOf({ experiment, x: batch }), 4, 1)).toHaveProperty('experiment');
    expect(cellAt(planOf(), 2, 1)).toHaveProperty('reason');
    expect(cellAt(planOf({ measure: 'loss' }), 2, 1)).toHaveProperty('experiment');
    const large = experimentOf({ width: 256, batchSize: 1024, samples: 10_000 }).experiment;
    expect(excessOf({ ...large, depth: 100 }).length).toBeGreaterThan(0);
    expect(cellAt(planOf({ experiment: large }), 100, 1)).toHaveProperty('reason');
  });

  it('needs two settings that can have an effect together', () => {
    expect(hasEffect(planOf())).toBe(true);
    expect(hasEffect(planOf({ x: usual.y }))).toBe(false);
    const scale: MapAxis = { key: 'lossScale', from: 1, to: 8, count: 4, scale: 'log' };
    const { experiment } = experimentOf({ numberFormat: 'float16' });
    expect(hasEffect(planOf({ x: scale }))).toBe(false);
    expect(hasEffect(planOf({ x: scale, experiment }))).toBe(true);
    expect(cellAt(planOf({ x: scale }), 2, 1)).toHaveProperty('reason');
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
      const plan = planOf({ experiment, ...axes });
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
    expect(predictorOf(planOf())(2, 1)).toBeNaN();
    const { experiment } = experimentOf({ initializer: 'zeros' });
    expect(predictorOf(planOf({ experiment }))(10, 1)).toBeNaN();
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

describe('a map in a link', () => {
  it('comes back as it was, through a whole link', () => {
    const setups = fc.record({
      x: anyAxis.map(legalAxis),
      y: anyAxis.map(legalAxis),
      measure: fc.constantFrom(...mapMeasures),
      steps: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(setups, (setup) => {
        fc.pre(setup.x.key !== setup.y.key);
        const { reserved } = decodeLink(encodeLink(defaultExperiment, { map: encodeMap(setup) }));
        const steps = setup.measure === 'growth' ? 100 : setup.steps;
        expect(decodeMap(reserved.map ?? '')).toEqual({
          setup: { ...setup, steps },
          problems: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  it('reads as a person writes', () => {
    expect(encodeMap(usual)).toBe('depth_3_51_17_linear*gain_0.5_2_17_log*growth');
    expect(encodeLink(defaultExperiment, { map: encodeMap(usual) })).toContain(
      'map=depth_3_51_17_linear*gain_0.5_2_17_log*growth',
    );
    expect(decodeMap('')).toEqual({ setup: usual, problems: [] });
  });

  it('is legal whatever it says, and reports what it could not take', () => {
    const words = fc.constantFrom(
      ...['*', '_', 'depth', 'gain', 'seed', '__proto__', 'activation', 'log', 'linear', 'loss'],
      ...['1e999', '-0', 'NaN', 'Infinity', '0x10', ' 3', '', 'full', 'growth', '_growth', '300'],
    );
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(words).map((list) => list.join('')),
      fc.array(words).map((list) => list.join('_')),
      fc.array(fc.array(words).map((list) => list.join('_'))).map((list) => list.join('*')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { setup, problems } = decodeMap(text);
        expect(legalAxis(setup.x)).toEqual(setup.x);
        expect(legalAxis(setup.y)).toEqual(setup.y);
        expect(setup.x.key).not.toBe(setup.y.key);
        expect(mapMeasures).toContain(setup.measure);
        expect(setup.steps).toBe(Math.min(10_000, Math.max(1, Math.round(setup.steps))));
        if (text !== '' && problems.length === 0) expect(text).toContain('*');
        for (const problem of problems) expect('asked' in problem).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['depth_3_5000_17_linear*gain_0.5_2_17_log*growth', 'mapLimited'],
    ['depth_3_50_17_linear*noise_0_2_17_log*growth', 'mapLimited'],
    ['depth_3_50_17_linear*gain_0.5_2_200_log*growth', 'mapLimited'],
    ['depth_3_50_17_linear*depth_3_50_17_linear*growth', 'mapUnreadable'],
    ['depth_3_50_17_linear*activation_0.5_2_17_log*growth', 'mapUnreadable'],
    ['depth_3_50_17_linear*gain_0.5_2_17_log*fame', 'mapUnreadable'],
    ['depth_3_50_17_linear*gain_0.5_2_17_log*loss_many', 'mapUnreadable'],
  ])('says of %s that it is %s', (text, kind) => {
    expect(decodeMap(text).problems.map(({ problem }) => problem.kind)).toEqual([kind]);
  });
});

describe('a map as CSV', () => {
  it('has a line per cell, and a number only where one was measured', () => {
    const x: MapAxis = { key: 'depth', from: 3, to: 5, count: 3, scale: 'linear' };
    const y: MapAxis = { key: 'gain', from: 1, to: 2, count: 2, scale: 'linear' };
    const plan = planOf({ x, y });
    const cells = unknownCells(plan);
    note(cells, 0, 'known', 1.25);
    note(cells, 1, 'known', Number.NaN);
    note(cells, 2, 'lost');
    note(cells, 3, 'impossible');
    expect(mapCsv(plan, cells)).toBe(
      [
        'depth,gain,growth,status',
        '3,1,1.25,finite',
        '4,1,,not finite',
        '5,1,,lost',
        '3,2,,impossible',
        '4,2,,waiting',
        '5,2,,waiting',
        '',
      ].join('\r\n'),
    );
    const steps = { ...plan, measure: 'nonFiniteStep' as const };
    note(cells, 1, 'known', Infinity);
    expect(mapCsv(steps, cells)).toContain('4,1,,finite to the end');
  });
});

const outcome: Outcome = {
  ...{ steps: 0, nonFinite: null, growth: 1.5, gradient: 1, change: 1, loss: 1, accuracy: 0.5 },
  ...{ validationLoss: 1, validationAccuracy: 0.5, skill: 0.2, losses: [] },
};

const small = planOf({
  x: { key: 'depth', from: 2, to: 5, count: 4, scale: 'linear' },
  y: { key: 'gain', from: 1, to: 2, count: 3, scale: 'linear' },
});

describe('running a map', () => {
  const index = (column: number, row: number) => row * gridOf(small).xs.length + column;

  it('loses only the cell of a worker that dies, and goes on from there', async () => {
    const run = vi.fn<Pool['run']>(async ({ experiment: { depth, gain } }) => {
      if (depth === 4 && gain === 1.5) throw new Error('died');
      return { outcome, pace: 1 };
    });
    const pool: Pool = { run, limit: () => {}, close: () => {} };
    const cells = unknownCells(small);
    const { signal } = new AbortController();
    await runMap(pool, small, cells, signal, (...noted) => note(cells, ...noted));
    expect(stateOf(cells, index(2, 1))).toBe('lost');
    expect([0, 1, 2].map((row) => stateOf(cells, index(0, row)))).toEqual(
      Array(3).fill('impossible'),
    );
    expect(cells.values[index(3, 2)]).toBe(1.5);
    expect(run).toHaveBeenCalledTimes(9);
    expect(run.mock.calls.every(([task]) => task.steps === 0)).toBe(true);
    expect(run.mock.calls.every(([task]) => task.experiment.backend === 'wasm')).toBe(true);
    await runMap(pool, small, cells, signal, (...noted) => note(cells, ...noted));
    expect(run).toHaveBeenCalledTimes(10);
  });

  it('stops when called off, without starting another worker, and keeps what is known', async () => {
    const opened: { listen(report: Report): void; posted: Request[]; closed: boolean }[] = [];
    const pool = createPool({
      size: 2,
      idle: 1000,
      connect(listen) {
        const worker = { listen, posted: [] as Request[], closed: false };
        opened.push(worker);
        return {
          post: (request) => worker.posted.push(request),
          close: () => {
            worker.closed = true;
          },
        };
      },
    });
    const cells = unknownCells(small);
    const job = new AbortController();
    const running = runMap(pool, small, cells, job.signal, (...noted) => note(cells, ...noted));
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    const [first] = opened;
    const request = first?.posted[0];
    if (request?.type !== 'try') throw new Error('nothing was asked');
    first?.listen({ type: 'tried', run: request.run, outcome, pace: 1 });
    await vi.waitFor(() => expect(cells.values.includes(1.5)).toBe(true));
    job.abort();
    await expect(running).rejects.toBe(job.signal.reason);
    expect(opened).toHaveLength(2);
    expect(opened.every(({ closed }) => closed)).toBe(true);
    expect(cells.values.filter((value) => value === 1.5)).toHaveLength(1);
    pool.close();
  });

  it('goes on with another worker when one dies', async () => {
    let count = 0;
    const pool = createPool({
      size: 1,
      idle: 1000,
      connect(listen) {
        count += 1;
        const dies = count === 1;
        return {
          post(request) {
            if (request.type !== 'try') return;
            const { run } = request;
            queueMicrotask(() =>
              listen(
                dies
                  ? { type: 'failed', run: -1, message: 'gone' }
                  : { type: 'tried', run, outcome, pace: 1 },
              ),
            );
          },
          close: () => {},
        };
      },
    });
    const cells = unknownCells(small);
    const { signal } = new AbortController();
    await runMap(pool, small, cells, signal, (...noted) => note(cells, ...noted));
    const states = Array.from(cells.states, (_, at) => stateOf(cells, at));
    expect(states.filter((state) => state === 'lost')).toHaveLength(1);
    expect(states.filter((state) => state === 'known')).toHaveLength(8);
    pool.close();
  });
});
