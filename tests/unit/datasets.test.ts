import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/base/random';
import { datasets } from '../../src/catalog/datasets';
import type { Dataset, Samples } from '../../src/catalog/datasets/dataset';
import { digits } from '../../src/catalog/datasets/digits';
import { moons } from '../../src/catalog/datasets/moons';
import { plane } from '../../src/catalog/datasets/plane';
import { teacher } from '../../src/catalog/datasets/teacher';
import { at } from '../support/numbers';

const draw = (dataset: Dataset, samples: number, noise = 0, seed = 1): Samples =>
  dataset.draw(randomStream(seed, 'data'), { samples, noise, training: samples });

const meanSquareOf = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value * value, 0) / values.length;

const difference = (a: Float32Array, b: Float32Array) => a.map((value, i) => value - at(b, i));

/** How many samples each class has. */
const countsOf = ({ targets }: Samples, classes: number) =>
  Array.from({ length: classes }, (_, label) => targets.filter((t) => t === label).length);

/** Datasets that are drawn, and not loaded. */
const drawn: readonly Dataset[] = datasets.filter(({ id }) => id !== 'ownData');

const named = (list: readonly Dataset[]) => list.map((entry) => [entry.id, entry] as const);

/** Datasets whose noise is added to what is drawn; the teacher's decides between its labels. */
const additive = drawn.filter(({ id }) => id !== 'teacher');

describe.each(named(drawn))('%s', (_, dataset) => {
  it.each([1, 2, 3, 7, 1000])('draws %i finite samples of its shape', (samples) => {
    const { features, targets } = draw(dataset, samples);
    expect(features.length).toBe(samples * dataset.inputs);
    const outputs = dataset.task.kind === 'classification' ? 1 : dataset.task.outputs;
    expect(targets.length).toBe(samples * outputs);
    expect([...features, ...targets].every(Number.isFinite)).toBe(true);
  });

  it('has features of about unit size', () => {
    const meanSquare = meanSquareOf(draw(dataset, 4000).features);
    expect(meanSquare).toBeGreaterThan(0.45);
    expect(meanSquare).toBeLessThan(1.05);
  });

  it('repeats itself for one seed and differs for another', () => {
    expect(draw(dataset, 50, 0.1)).toEqual(draw(dataset, 50, 0.1));
    expect(draw(dataset, 50, 0, 2)).not.toEqual(draw(dataset, 50));
  });

  it('names only classes of its own, in random order', () => {
    if (dataset.task.kind !== 'classification') return;
    const labels = [...draw(dataset, 1000).targets];
    const classes = Array.from({ length: dataset.task.classes }, (_, label) => label);
    expect([...new Set(labels)].sort((a, b) => a - b)).toEqual(classes);
    expect(labels).not.toEqual(labels.toSorted((a, b) => a - b));
  });
});

describe.each(named(additive))('%s', (_, dataset) => {
  it('adds noise in proportion to the standard deviation asked for', () => {
    const isRegression = dataset.task.kind === 'regression';
    const noiseOf = (noise: number) => {
      const [noisy, clean] = [draw(dataset, 4000, noise), draw(dataset, 4000)];
      const still = isRegression ? 'features' : 'targets';
      expect(noisy[still]).toEqual(clean[still]);
      const moved = isRegression ? 'targets' : 'features';
      return difference(noisy[moved], clean[moved]);
    };
    const [small, large] = [noiseOf(0.1), noiseOf(0.2)];
    expect(Math.sqrt(meanSquareOf(small)) / 0.1).toBeCloseTo(1, 1);
    expect(Math.abs(small.reduce((sum, x) => sum + x, 0) / small.length)).toBeLessThan(0.01);
    const excess = large.map((value, index) => value - 2 * at(small, index));
    expect(excess.every((value) => Math.abs(value) < 1e-5)).toBe(true);
  });

  it.each([1, 2, 3, 7, 1000])('balances its classes over %i samples', (samples) => {
    if (dataset.task.kind !== 'classification') return;
    const counts = countsOf(draw(dataset, samples), dataset.task.classes);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });
});

describe('moons', () => {
  it('lie on two unit circles at noise 0', () => {
    const { features, targets } = draw(moons, 200);
    targets.forEach((label, index) => {
      const side = label === 0 ? 1 : -1;
      const [x, y] = [at(features, 2 * index), at(features, 2 * index + 1)];
      expect(Math.hypot(x + side * 0.5, y + side * 0.25)).toBeCloseTo(1, 5);
    });
  });
});

describe('plane', () => {
  it('is linear at noise 0', () => {
    const { features, targets } = draw(plane, 200);
    const rows = Array.from(targets, (t, i) => [at(features, 2 * i), at(features, 2 * i + 1), t]);
    const sum = (a: number, b: number) =>
      rows.reduce((total, row) => total + at(row, a) * at(row, b), 0);
    const determinant = sum(0, 0) * sum(1, 1) - sum(0, 1) ** 2;
    const slopeX = (sum(0, 2) * sum(1, 1) - sum(1, 2) * sum(0, 1)) / determinant;
    const slopeY = (sum(1, 2) * sum(0, 0) - sum(0, 2) * sum(0, 1)) / determinant;
    for (const row of rows) {
      expect(slopeX * at(row, 0) + slopeY * at(row, 1)).toBeCloseTo(at(row, 2), 5);
    }
  });
});

describe('teacher', () => {
  it('gives every class at least 15 % of fresh samples, whatever the seed', () => {
    const shares = Array.from({ length: 60 }, (_, seed) => {
      const counts = countsOf(draw(teacher, 2000, 0, seed), 3);
      return Math.min(...counts) / 2000;
    });
    expect(Math.min(...shares)).toBeGreaterThan(0.15);
  });

  it('is decisive: a little noise changes few labels, much noise many, and no features', () => {
    const clean = draw(teacher, 2000);
    const changed = (noise: number) => {
      const noisy = draw(teacher, 2000, noise);
      expect(noisy.features).toEqual(clean.features);
      return difference(noisy.targets, clean.targets).filter((step) => step !== 0).length / 2000;
    };
    expect(changed(0.1)).toBeLessThan(0.05);
    expect(changed(10)).toBeGreaterThan(0.4);
  });
});

describe('digits', () => {
  it('look like digits: the nearest neighbor tells a fresh one', () => {
    const known = draw(digits, 600);
    const fresh = draw(digits, 200, 0, 9);
    const row = ({ features }: Samples, index: number) =>
      features.subarray(index * digits.inputs, (index + 1) * digits.inputs);
    const right = [...fresh.targets].filter((label, index) => {
      const distances = [...known.targets].map((_, other) =>
        meanSquareOf(difference(row(fresh, index), row(known, other))),
      );
      return known.targets[distances.indexOf(Math.min(...distances))] === label;
    });
    expect(right.length / 200).toBeGreaterThan(0.9);
  });
});
