import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/base/localized';
import type { Entry } from '../../src/catalog/entry';
import { safeguards } from '../../src/catalog/safeguards';
import { absent } from '../../src/history/measures';
import { type Axis, extentOf } from '../../src/ui/charts/axes/axis';
import { layerTicks, spreadLayers } from '../../src/ui/charts/axes/layerAxis';
import { evenTicks, linearAxis } from '../../src/ui/charts/axes/linearAxis';
import { decadesOf, logAxis } from '../../src/ui/charts/axes/logAxis';
import { textWidth } from '../../src/ui/charts/axes/tickText';
import { normTable } from '../../src/ui/charts/byLayer/normWords';
import { amplificationColor, amplificationOf } from '../../src/ui/charts/colors/amplification';
import { stageNames } from '../../src/ui/charts/pipeline/StageNames';
import { joined, spreadRecords, stretchesOf } from '../../src/ui/charts/series/trace';

const measured = fc.oneof(
  fc.double({ min: 0 }),
  fc.constantFrom(0, -0, 5e-324, 2.2e-308, 1, 1e308, Number.MAX_VALUE, Infinity, NaN),
  fc.double({ min: -400, max: 400, noNaN: true }).map((power) => 10 ** power),
);
const values = fc.array(measured, { maxLength: 40 });

/** Where a measured value stands in the order of an axis: 0, the finite ones, ∞, NaN. */
const rank = (value: number) => (Number.isNaN(value) ? [1, 0] : [0, value]) as [number, number];

function inOrder(all: readonly number[]): readonly number[] {
  return [...all].sort((a, b) => {
    const [nanA, sizeA] = rank(a);
    const [nanB, sizeB] = rank(b);
    return nanA - nanB || (sizeA === sizeB ? 0 : sizeA - sizeB);
  });
}

function expectSound(axis: Axis, all: readonly number[]) {
  const [low, high] = axis.domain;
  expect(Number.isFinite(low) && Number.isFinite(high) && low < high).toBe(true);
  for (const { y } of axis.ticks) expect(y >= low && y <= high).toBe(true);
  const heights = inOrder(all).map((value) => axis.place(value).y);
  for (const [index, y] of heights.entries()) {
    expect(y >= low && y <= high).toBe(true);
    expect(y).toBeGreaterThanOrEqual(heights[index - 1] ?? low);
  }
  for (const kind of ['zero', 'infinite', 'nan'] as const) {
    const row = axis.ticks.find((tick) => tick.kind === kind);
    const value = all.find((candidate) => axis.place(candidate).kind === kind);
    if (row && value !== undefined) expect(axis.place(value).y).toBe(row.y);
  }
}

describe('log axis', () => {
  it('is finite, keeps the order and holds its ticks for any mixture of values', () => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 3, max: 9 }),
        (all, least, most) => {
          const extent = extentOf(all);
          expectSound(logAxis(decadesOf(extent, least), extent, most), all);
        },
      ),
    );
  });

  it('places finite values at their log10 and gives zero, ∞ and NaN rows of their own', () => {
    const extent = extentOf([0, 1e-3, 1e5, Infinity, NaN]);
    const axis = logAxis(decadesOf(extent, 4), extent);
    expect(axis.place(1e5)).toEqual({ y: 5, kind: 'finite' });
    expect(axis.place(1e-3).y).toBeCloseTo(-3, 12);
    expect(axis.place(0)).toEqual({ y: axis.domain[0], kind: 'zero' });
    expect(axis.place(-1).kind).toBe('zero');
    expect(axis.place(NaN)).toEqual({ y: axis.domain[1], kind: 'nan' });
    expect(axis.place(Infinity).kind).toBe('infinite');
    expect(axis.ticks.map(({ label }) => label)).toContain('10⁻²');
    expect(axis.ticks.at(0)?.label).toBe('0');
    expect(axis.ticks.slice(-2).map(({ label }) => label)).toEqual(['∞', 'NaN']);
  });

  it('is set by the finite values alone', () => {
    const finite = extentOf([0.1, 20]);
    const mixed = extentOf([0.1, 20, 0, Infinity, NaN]);
    expect(decadesOf(mixed, 4)).toEqual(decadesOf(finite, 4));
  });

  it('has five to eight ticks for at least four decades', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -323, max: 308, noNaN: true }),
        fc.double({ min: -323, max: 308, noNaN: true }),
        (a, b) => {
          const extent = extentOf([10 ** a, 10 ** b]);
          const { ticks } = logAxis(decadesOf(extent, 4), extent);
          expect(ticks.length).toBeGreaterThanOrEqual(5);
          expect(ticks.length).toBeLessThanOrEqual(8);
        },
      ),
    );
  });

  it('stays while values wander, widens when they leave, and shrinks only when twice too wide', () => {
    const first = decadesOf(extentOf([1, 1e8]), 4);
    expect(decadesOf(extentOf([30, 1e7]), 4, first)).toBe(first);
    expect(decadesOf(extentOf([1, 1e9]), 4, first)).toEqual({ low: 0, high: 9 });
    expect(decadesOf(extentOf([1, 2]), 4, { low: 0, high: 30 })).toEqual({ low: -1, high: 3 });
  });

  it('settles: asked again with its own answer, it gives that answer', () => {
    fc.assert(
      fc.property(values, values, (before, now) => {
        const previous = decadesOf(extentOf(before), 4);
        const once = decadesOf(extentOf(now), 4, previous);
        expect(decadesOf(extentOf(now), 4, once)).toBe(once);
      }),
    );
  });
});

describe('linear axis', () => {
  it('is finite, keeps the order and holds its ticks for any mixture of values', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 9 }), (all, most) => {
        expectSound(linearAxis(extentOf(all), most), all);
      }),
    );
  });

  it('has round ticks up to the first at or past the largest value', () => {
    expect(evenTicks(1.26, 6)).toEqual([0, 0.5, 1, 1.5]);
    expect(evenTicks(100, 6)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(evenTicks(0.3, 4)).toEqual([0, 0.1, 0.2, 0.3]);
  });
});

it('a linear axis labels large round numbers without needless zeros', () => {
  const labels = linearAxis(extentOf([2.4e26])).ticks.map(({ label }) => label);
  expect(labels).toEqual(['0', '5×10²⁵', '10²⁶', '1.5×10²⁶', '2×10²⁶', '2.5×10²⁶']);
});

describe('amplification', () => {
  it.each([
    [1, 1, 0],
    [1e9, 1, 1],
    [1e-9, 1, -1],
    [1e30, 1, 1],
    [0, 1, -1],
    [Infinity, 1, 1],
    [0, 0, 0],
    [1, 0, 1],
  ])('of %d over %d is %d', (norm, reference, place) => {
    expect(amplificationOf(norm, reference)).toBeCloseTo(place, 12);
  });

  it.each([
    [NaN, 1],
    [1, NaN],
    [1, Infinity],
    [-1, 1],
    [1, -1],
  ])('of %d over %d has no meaning', (norm, reference) => {
    expect(amplificationOf(norm, reference)).toBeNull();
  });

  it('grows with the norm and stays on the scale', () => {
    const norm = fc.double({ min: 0, noNaN: true });
    const reference = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(norm, norm, reference, (a, b, over) => {
        const low = amplificationOf(Math.min(a, b), over) ?? NaN;
        const high = amplificationOf(Math.max(a, b), over) ?? NaN;
        expect(low).toBeLessThanOrEqual(high);
        expect(low >= -1 && high <= 1).toBe(true);
      }),
    );
  });

  it('mixes the colors of the scale', () => {
    expect(amplificationColor(null)).toBe('var(--scale-mid)');
    expect(amplificationColor(0)).toBe('var(--scale-mid)');
    expect(amplificationColor(1)).toContain('var(--scale-hot-2) 100%');
    expect(amplificationColor(0.3)).toContain('var(--scale-hot) 50%');
    expect(amplificationColor(-0.3)).toContain('var(--scale-cool) 50%');
    expect(amplificationColor(-1)).toContain('var(--scale-cool-2) 100%');
  });
});

describe('layers', () => {
  it.each([1, 2, 3, 12, 13, 100])('of depth %d are spread from the first to the last', (depth) => {
    const layers = spreadLayers(depth, 12);
    expect(layers[0]).toBe(1);
    expect(layers.at(-1)).toBe(depth);
    expect(new Set(layers).size).toBe(Math.min(depth, 12));
  });

  it('are labeled at round distances', () => {
    expect(layerTicks(1, 20)).toEqual([1]);
    expect(layerTicks(30, 8)).toEqual([1, 5, 10, 15, 20, 25, 30]);
    expect(layerTicks(100, 8)).toEqual([1, 20, 40, 60, 80, 100]);
  });
});

describe('traces', () => {
  const points = [1, Infinity, Infinity, NaN, 2, NaN].map((value, step) => ({ step, value }));

  it('tell where a line is ∞ and where it is NaN', () => {
    expect(stretchesOf(points)).toEqual([
      { from: 1, to: 2, kind: 'infinite' },
      { from: 3, to: 3, kind: 'nan' },
      { from: 5, to: 5, kind: 'nan' },
    ]);
  });

  it('join the stretches of several lines', () => {
    const other = { from: 2, to: 4, kind: 'nan' } as const;
    expect(joined([...stretchesOf(points), other])).toEqual([
      { from: 1, to: 2, kind: 'infinite' },
      { from: 2, to: 4, kind: 'nan' },
      { from: 5, to: 5, kind: 'nan' },
    ]);
  });

  it('read at most 150 records, the first and the last among them', () => {
    const records = spreadRecords(10_000);
    expect(records).toHaveLength(150);
    expect([records[0], records.at(-1)]).toEqual([0, 9_999]);
    expect(spreadRecords(1)).toEqual([0]);
  });
});

describe('names of stages', () => {
  it('stand side by side where each has room, else slope, with room for the longest below', () => {
    const names = ['Gradient', 'Clip value', 'Mean size'];
    expect(stageNames(names, 100).height).toBe(22);
    const sloped = stageNames(names, 40).height;
    expect(sloped).toBeGreaterThan(40);
    expect(stageNames([...names, 'Standardize and more'], 40).height).toBeGreaterThan(sloped);
  });

  it('are short for every stage: eleven of them fit beside each other when sloped', () => {
    for (const { stage, short, name } of safeguards as readonly SafeguardName[]) {
      if (stage !== 'gradient' && stage !== 'update') continue;
      for (const language of languages)
        expect(textWidth((short ?? name)[language])).toBeLessThan(70);
    }
  });
});

type SafeguardName = Pick<Entry, 'name' | 'short'> & { readonly stage: string };

describe('table of norms', () => {
  it('holds the prediction, its band and pinned runs beside the norms', () => {
    const table = normTable(
      {
        symbol: 'n',
        over: { en: 'over', 'zh-CN': '相对' },
        profiles: { depth: 3, shown: { step: 4, norms: [8, 4, 2], reference: 2 }, earlier: [] },
        prediction: {
          line: [6, 4],
          band: [
            { low: 3, high: 12 },
            { low: 4, high: 4 },
          ],
        },
        predictionName: 'theory',
        pinned: [{ name: 'A', norms: [1, absent] }],
      },
      (layer) => `layer ${layer}`,
      (text) => text.en,
    );
    expect(table).toEqual({
      columns: ['Layer', 'n', 'over', 'theory', 'band from', 'band to', 'A'],
      rows: [
        ['layer 1', '8', '×4.00', '6', '3', '12', '1'],
        ['layer 2', '4', '×2.00', '4', '4', '4', 'not measured'],
        ['layer 3', '2', '×1.00', '–', '–', '–', 'not measured'],
      ],
    });
  });
});
