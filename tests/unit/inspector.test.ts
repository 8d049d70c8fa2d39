import { describe, expect, it } from 'vitest';
import type { Localized } from '../../src/base/localized';
import { randomStream } from '../../src/base/random';
import { singularValues } from '../../src/engine/inspect/singularValues';
import { spectralNorm } from '../../src/engine/inspect/spectralNorm';
import { experimentOf } from '../../src/experiment/legality';
import { factorsAt } from '../../src/history/factors';
import { createHistory } from '../../src/history/history';
import { distributionOf } from '../../src/history/inspection';
import { emptyRecord, layerColumn, recordShape } from '../../src/history/record';
import { factorTable } from '../../src/ui/charts/factors/factorWords';
import { formulaOf, tensorNames } from '../../src/ui/charts/inspector/formula';
import { figuresTable, histogramTable } from '../../src/ui/charts/inspector/tables';

const english = (text: Localized) => text.en;

function legal(settings: Readonly<Record<string, unknown>>) {
  const { experiment, refusals } = experimentOf({ width: 8, depth: 4, ...settings });
  expect(refusals).toEqual([]);
  return experiment;
}

function matrixOf(rows: number, columns: number, entry: (row: number, column: number) => number) {
  return Float32Array.from({ length: rows * columns }, (_, at) =>
    entry(Math.floor(at / columns), at % columns),
  );
}

describe('spectrum of a weight', () => {
  it.each([
    ['one value everywhere', 256, 256, () => 0.125, 32],
    [
      'an outer product',
      30,
      50,
      (row: number, column: number) => (row + 1) * (column % 2),
      5 * Math.sqrt(9455),
    ],
    ['a scaled identity', 40, 40, (row: number, column: number) => (row === column ? -3 : 0), 3],
    ['zeros', 20, 20, () => 0, 0],
    ['a single entry', 5, 1, (row: number) => (row === 2 ? -1e-30 : 0), 1e-30],
  ])('of %s is known in closed form', async (_name, rows, columns, entry, largest) => {
    const values = matrixOf(rows, columns, entry);
    const [first = Number.NaN] = (await singularValues(values, rows, columns)) ?? [];
    const scale = largest || 1;
    expect(first / scale).toBeCloseTo(largest / scale, 5);
    expect(spectralNorm(values, rows, columns) / scale).toBeCloseTo(largest / scale, 5);
  });

  it.each([
    [64, 64],
    [16, 100],
    [100, 3],
    [128, 128],
  ])(
    'of a random %i × %i matrix has the largest singular value as its norm',
    async (rows, columns) => {
      const stream = randomStream(3, 'test');
      const values = Float32Array.from({ length: rows * columns }, () => stream.normal());
      const all = (await singularValues(values, rows, columns)) ?? new Float64Array();
      expect(all).toHaveLength(Math.min(rows, columns));
      expect(Math.hypot(...all) / Math.hypot(...values)).toBeCloseTo(1, 8);
      expect(spectralNorm(values, rows, columns) / (all[0] ?? 0)).toBeCloseTo(1, 4);
    },
  );

  it('is unknown where the weight is not finite', async () => {
    const values = Float32Array.of(1, Number.NaN, 0, 1);
    expect(await singularValues(values, 2, 2)).toBeNull();
    expect(spectralNorm(values, 2, 2)).toBeNaN();
  });
});

describe('names of a layer’s tensors', () => {
  it.each([
    ['none', 'W₂ W₂ z₂ h₂'],
    ['batch', 'W₂ W₂ y₂ h₂'],
    ['layer', 'W₂ W₂ y₂ h₂'],
    ['rms', 'W₂ W₂ y₂ h₂'],
    ['weight', 'W₂ V₂ z₂ h₂'],
  ])('under normalization %s are those of its formula', (normalization, names) => {
    const experiment = legal({ normalization });
    expect(Object.values(tensorNames(experiment, 2)).join(' ')).toBe(names);
    expect(Object.values(tensorNames(experiment, 4)).join(' ')).toBe('W₄ W₄ z₄ z₄');
    const formula = formulaOf(experiment, 2);
    expect(formula.includes('y_{2}=')).toBe(names.includes('y₂'));
    expect(formula.includes('V_{2}')).toBe(names.includes('V₂'));
    expect(formula).toMatch(/W_\{2\}/);
  });

  it('hold a skip only where widths agree', () => {
    const experiment = legal({ residual: 'plain' });
    expect(formulaOf(experiment, 1)).not.toMatch(/=x\+/);
    expect(formulaOf(experiment, 2)).toMatch(/h_\{2\}=h_\{1\}\+/);
  });
});

describe('tables of the inspector', () => {
  const tensors = [
    { name: 'a', distribution: distributionOf(Float32Array.of(0.5, -0.05, 0, Number.NaN)) },
    { name: 'b', distribution: distributionOf(Float32Array.of(30)) },
    { name: 'c', distribution: distributionOf(Float32Array.of(0)) },
  ];

  it('count every finite value that is not 0 once, in a bin that holds it', () => {
    const { columns, rows } = histogramTable(tensors, english);
    expect(columns).toEqual(['magnitude', 'a < 0', 'a > 0', 'b < 0', 'b > 0', 'c < 0', 'c > 0']);
    const counted = rows.flatMap(([bin = '', ...counts]) =>
      counts.flatMap((count, at) => (count === '0' ? [] : [[columns[at + 1], bin, count]])),
    );
    expect(counted).toEqual([
      ['a < 0', '0.0316 … 0.0562', '1'],
      ['a > 0', '0.316 … 0.562', '1'],
      ['b > 0', '17.8 … 31.6', '1'],
    ]);
  });

  it('give figures and singular values', () => {
    const { rows } = figuresTable(tensors, Float64Array.of(2, 1), english);
    expect(rows.map(([name]) => name)).toEqual(['a', 'b', 'c', 'σ₁', 'σ₂']);
    expect(rows[0]?.slice(-2)).toEqual(['1', '1']);
  });
});

describe('table of the factors', () => {
  function table(settings: Readonly<Record<string, unknown>>, spectral?: number) {
    const shape = recordShape(4);
    const record = emptyRecord(shape);
    [8, 4, 3, 1].forEach((norm, layer) => {
      record[layerColumn(shape, 'gradH', layer)] = norm;
    });
    for (const layer of [1, 2, 3, 4]) {
      record[layerColumn(shape, 'gradZ', layer)] = 1;
      record[layerColumn(shape, 'weight', layer)] = 5;
    }
    const history = createHistory(shape);
    history.append(record);
    const norms = spectral ? [1, 2, 3, 4].map(() => ({ spectral, frobenius: 7 })) : null;
    const by = { experiment: legal(settings), history, index: 0, norms };
    const { columns, rows } = factorTable(factorsAt(history, 0), by, english);
    const column = (name: string) => rows.map((row) => row[columns.indexOf(name)]);
    return { columns, column };
  }

  it('has the share of the skip, |a|·‖∂L/∂h_l‖/‖∂L/∂h_{l−1}‖, where there is one', () => {
    const skips = { residual: 'custom', residualSkip: -0.5, residualBranch: 1 };
    expect(table(skips).column('share of the skip path')).toEqual(['–', '38 %', '17 %', '–']);
    expect(table({}).columns).not.toContain('share of the skip path');
  });

  it('has the norms of every layer’s weight, and never those of the direction under weight normalization', () => {
    expect(table({}, 2).column('spectral norm')).toEqual(['2', '2', '2', '2']);
    expect(table({}, 2).column('Frobenius norm')).toEqual(['7', '7', '7', '7']);
    expect(table({}).column('Frobenius norm')).toEqual(['5', '5', '5', '5']);
    expect(table({ normalization: 'weight' }).column('Frobenius norm')).toEqual([
      '–',
      '–',
      '–',
      '5',
    ]);
  });
});
