import { describe, expect, it } from 'vitest';
import type { Localized } from '../../src/base/localized';
import { makeData, taskOf } from '../../src/experiment/data';
import { experimentOf } from '../../src/experiment/legality';
import type { Predictions } from '../../src/history/inspection';
import { summarize, tableOf, titleOf } from '../../src/ui/charts/predictions/predictionWords';
import { classesOf, lookOf } from '../../src/ui/charts/predictions/samples';

function english(text: Localized, places: Readonly<Record<string, unknown>> = {}): string {
  return text.en.replace(/\{(\w+)\}/g, (_, name: string) => String(places[name]));
}

const taskFor = (settings: Readonly<Record<string, unknown>>) =>
  taskOf(experimentOf(settings).experiment);

function plane(value: (row: number, column: number) => number): Predictions {
  const cells = Array.from({ length: 48 * 48 }, (_, cell) => cell);
  return {
    kind: 'plane',
    bounds: { x: [0, 48], y: [-24, 24] },
    columns: 48,
    rows: 48,
    values: Float32Array.from(cells, (cell) => value(Math.floor(cell / 48), cell % 48)),
    confidence: Float32Array.from(cells, () => 0.75),
  };
}

describe('predictions in words', () => {
  it('of a plane of classes are regions, with class and confidence in a table that is up where y is', () => {
    const task = taskFor({ dataset: 'twoSpirals' });
    const found = plane((row) => (row < 12 ? Number.NaN : row < 24 ? 0 : 1));
    expect(titleOf(found, task, english)).toBe('Decision regions');
    expect(summarize(found, task, english)).toMatch(/class 0 25 %, class 1 50 %/);
    const table = tableOf(found, task, english);
    expect(table?.columns).toEqual([
      'y (rows), x',
      '3.5',
      '9.5',
      '15.5',
      '21.5',
      '27.5',
      '33.5',
      '39.5',
      '45.5',
    ]);
    expect(table?.rows.map(([y, first]) => [y, first])).toEqual([
      ['21.5', '1 (75 %)'],
      ['15.5', '1 (75 %)'],
      ['9.5', '1 (75 %)'],
      ['3.5', '1 (75 %)'],
      ['−2.5', '0 (75 %)'],
      ['−8.5', '0 (75 %)'],
      ['−14.5', '–'],
      ['−20.5', '–'],
    ]);
  });

  it.each([
    { dataset: 'plane', loss: 'meanSquaredError' },
    { dataset: 'twoSpirals', labels: 'integer', loss: 'meanSquaredError' },
  ])('of a regression on the plane, as %o, are a surface of real outputs', (settings) => {
    const task = taskFor(settings);
    const found = plane((row, column) => row + column / 100);
    expect(titleOf(found, task, english)).toBe('Fitted surface');
    expect(summarize(found, task, english)).toBe('The output is from 0 to 47.5.');
    expect(tableOf(found, task, english)?.rows[0]?.[1]).toBe('45');
  });

  it('of a curve hold both ends', () => {
    const task = taskFor({ dataset: 'wave', loss: 'meanSquaredError' });
    const x = Float32Array.from({ length: 200 }, (_, at) => at);
    const { rows = [] } = tableOf({ kind: 'curve', x, y: x }, task, english) ?? {};
    expect(rows[0]).toEqual(['0', '0']);
    expect(rows.at(-1)).toEqual(['199', '199']);
    expect(rows.length).toBeLessThanOrEqual(22);
  });
});

describe('the marks of samples', () => {
  it('tell twelve classes apart, the first three by shape and by color alone', () => {
    const looks = Array.from({ length: 12 }, (_, kind) => lookOf(kind));
    expect(new Set(looks.map(({ color, shape }) => `${color} ${shape.outline}`)).size).toBe(12);
    expect(new Set(looks.slice(0, 3).map(({ color }) => color)).size).toBe(3);
    expect(new Set(looks.slice(0, 3).map(({ shape }) => shape)).size).toBe(3);
  });

  it('are of as many classes as there are, also behind integer labels', () => {
    const classes = (settings: Readonly<Record<string, unknown>>) =>
      classesOf(makeData(experimentOf(settings).experiment));
    expect(classes({ dataset: 'digits' })).toBe(10);
    expect(classes({ dataset: 'digits', labels: 'integer', loss: 'meanSquaredError' })).toBe(10);
    expect(classes({ dataset: 'plane', loss: 'meanSquaredError' })).toBe(0);
  });
});
