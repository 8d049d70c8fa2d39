import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/base/random';
import { datasets } from '../../src/catalog/datasets';
import type { Dataset, Samples } from '../../src/catalog/datasets/dataset';
import { digits } from '../../src/catalog/datasets/digits';
import { at } from '../support/numbers';

const draw = (dataset: Dataset, samples: number, noise = 0, seed = 1): Samples =>
  dataset.draw(randomStream(seed, 'data'), { samples, noise });

describe.each(datasets.map((dataset) => [dataset.id, dataset as Dataset] as const))(
  '%s',
  (id, dataset) => {
    it.each([1, 2, 3, 7, 1000])(
      'draws %i samples of its shape, finite and of size one',
      (samples) => {
        const { features, targets } = draw(dataset, samples);
        expect(features.length).toBe(samples * dataset.inputs);
        const outputs = dataset.task.kind === 'classification' ? 1 : dataset.task.outputs;
        expect(targets.length).toBe(samples * outputs);
        expect([...features, ...targets].every(Number.isFinite)).toBe(true);
        if (samples < 1000) return;
        const meanSquare = features.reduce((sum, x) => sum + x * x, 0) / features.length;
        expect(meanSquare).toBeGreaterThan(0.1);
        expect(meanSquare).toBeLessThan(1.5);
      },
    );

    it('repeats itself for one seed and differs for another', () => {
      expect(draw(dataset, 50)).toEqual(draw(dataset, 50));
      expect(draw(dataset, 50, 0, 2)).not.toEqual(draw(dataset, 50));
    });

    it('is disturbed by noise, not moved by it', () => {
      const clean = draw(dataset, 400);
      const noisy = draw(dataset, 400, 0.01);
      const [a, b] = [
        [...clean.features, ...clean.targets],
        [...noisy.features, ...noisy.targets],
      ];
      expect(b).not.toEqual(id === 'teacher' ? null : a);
      const moved = a.filter((value, index) => Math.abs(value - at(b, index)) > 0.1);
      expect(moved.length).toBeLessThan(10);
    });

    it('balances its classes in random order', () => {
      if (dataset.task.kind !== 'classification') return;
      const { classes } = dataset.task;
      const labels = [...draw(dataset, 1000).targets];
      const counts = Array.from(
        { length: classes },
        (_, c) => labels.filter((l) => l === c).length,
      );
      const slack = id === 'teacher' ? 300 : 1;
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(slack);
      expect(Math.min(...counts)).toBeGreaterThan(500 / classes - 50);
      expect(labels).not.toEqual([...labels].sort((a, b) => a - b));
    });
  },
);

describe('digits', () => {
  it('look like digits: the nearest neighbor tells a fresh one', () => {
    const known = draw(digits, 600);
    const fresh = draw(digits, 200, 0, 9);
    const row = ({ features }: Samples, index: number) =>
      features.subarray(index * digits.inputs, (index + 1) * digits.inputs);
    const distance = (a: Float32Array, b: Float32Array) =>
      a.reduce((sum, value, index) => sum + (value - at(b, index)) ** 2, 0);
    const right = [...fresh.targets].filter((label, index) => {
      const distances = [...known.targets].map((_, other) =>
        distance(row(fresh, index), row(known, other)),
      );
      return known.targets[distances.indexOf(Math.min(...distances))] === label;
    });
    expect(right.length / 200).toBeGreaterThan(0.9);
  });
});
