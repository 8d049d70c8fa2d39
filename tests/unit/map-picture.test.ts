import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTick } from '../../src/i18n/numbers';
import { axisKeys, legalAxis } from '../../src/study/map/axis';
import { note, unknownCells } from '../../src/study/map/cells';
import { mapMeasures } from '../../src/study/map/plan';
import { addressLines } from '../../src/ui/study/map/caption';
import { layOutMap } from '../../src/ui/study/map/layout';
import { colorAt, scaleOf } from '../../src/ui/study/map/scale';
import { mapOf, usual } from '../support/maps';

const anyAxis = fc
  .record({
    key: fc.constantFrom(...axisKeys),
    from: fc.double({ noNaN: true }),
    to: fc.double({ noNaN: true }),
    count: fc.integer({ min: 2, max: 64 }),
    scale: fc.constantFrom('linear' as const, 'log' as const),
  })
  .map(legalAxis);

const anySize = fc.record({
  width: fc.integer({ min: 260, max: 1600 }),
  height: fc.integer({ min: 300, max: 900 }),
});

/** Width of a character of a label, roughly, and what stands between the labels and the cells, in CSS pixels. */
const characterWidth = 6.5;
const besideLabel = 9;

describe('the layout of a map', () => {
  it('has ticks along the cells and finds each cell under its own middle', () => {
    fc.assert(
      fc.property(anySize, anyAxis, anyAxis, (size, x, y) => {
        const layout = layOutMap(size, { ...usual, x, y });
        const { plot, columns, rows } = layout;
        expect(layout.xTicks.length).toBeGreaterThan(0);
        expect(layout.yTicks.length).toBeGreaterThan(0);
        for (const { at, label } of layout.xTicks) {
          expect(at).toBeGreaterThan(plot.x);
          expect(at).toBeLessThan(plot.x + plot.width);
          expect(label).not.toMatch(/NaN|∞/);
        }
        for (const { at, label } of layout.yTicks) {
          expect(label.length * characterWidth).toBeLessThanOrEqual(plot.x - besideLabel);
          expect(at).toBeGreaterThan(plot.y);
          expect(at).toBeLessThan(plot.y + plot.height);
        }
        for (const place of [
          { column: 0, row: 0 },
          { column: columns - 1, row: rows - 1 },
          { column: Math.floor(columns / 2), row: Math.floor(rows / 2) },
        ]) {
          const box = layout.boxOf(place);
          expect(box.width).toBeGreaterThan(0);
          const under = layout.placeAt(layout.x(place.column), layout.y(place.row));
          expect(under).toEqual(place);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('writes small and large numbers short, and makes room for long ones', () => {
    const y = { key: 'learningRate', from: 1e-5, to: 1, count: 9, scale: 'log' } as const;
    const labels = layOutMap({ width: 700, height: 500 }, { ...usual, y }).yTicks;
    expect(labels.map(({ label }) => label).slice(0, 5)).toEqual([
      '10⁻⁵',
      '3×10⁻⁵',
      '10⁻⁴',
      '3×10⁻⁴',
      '0.001',
    ]);
    expect([2.5e-4, 1e-4, 1.23e-4, 1e6, 2e7, 0.5, 20].map(formatTick)).toEqual([
      '2.5×10⁻⁴',
      '10⁻⁴',
      '1.23×10⁻⁴',
      '10⁶',
      '2×10⁷',
      '0.5',
      '20',
    ]);
  });

  it('puts round numbers where they stand', () => {
    const layout = layOutMap({ width: 700, height: 500 }, usual);
    expect(layout.xTicks.map(({ label }) => label)).toEqual(['10', '20', '30', '40', '50']);
    expect(layout.yTicks.map(({ label }) => label)).toEqual(['0.5', '0.7', '1', '1.5', '2']);
    const one = layout.yTicks.find(({ label }) => label === '1');
    expect(one?.at).toBeCloseTo(layout.y(8), 6);
  });
});

describe('the scale of a map', () => {
  it('places every finite value, with ticks in order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...mapMeasures),
        fc.array(fc.double(), { minLength: 1, maxLength: 20 }),
        (measure, values) => {
          const plan = mapOf({ measure });
          const cells = unknownCells(plan);
          for (const [index, value] of values.entries())
            note(cells, index, 'known', Math.abs(value));
          const scale = scaleOf(plan, cells);
          for (const value of cells.values.filter(Number.isFinite)) {
            expect(scale.place(value)).toBeGreaterThanOrEqual(0);
            expect(scale.place(value)).toBeLessThanOrEqual(1);
          }
          const places = scale.ticks.map(({ place }) => place);
          expect(places).toEqual([...places].sort((a, b) => a - b));
          expect(colorAt(scale.colors, 0.5)).toContain('var(');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has growth 1 in the middle, in the neutral color', () => {
    const cells = unknownCells(mapOf());
    note(cells, 0, 'known', 1.7);
    const { place, colors } = scaleOf(mapOf(), cells);
    expect(place(1)).toBe(0.5);
    expect(place(2)).toBe(1);
    expect(place(0.5)).toBe(0);
    expect(colorAt(colors, 0.5)).toBe('var(--scale-mid)');
  });
});

describe('the address under a picture', () => {
  it('loses nothing and breaks into lines that fit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (address) => {
        const lines = addressLines(address, 100, (text) => text.length);
        expect(lines.join('')).toBe(address);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
