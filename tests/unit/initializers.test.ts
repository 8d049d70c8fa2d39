import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/base/random';
import { initializers } from '../../src/catalog/initializers';
import { orthogonal } from '../../src/catalog/initializers/orthogonal';
import { defaultExperiment } from '../../src/experiment/schema';
import { at } from '../support/numbers';

type Id = (typeof initializers)[number]['id'];

/** Variance of one weight as the papers give it, and the largest magnitude where there is one. */
const papers: Partial<Record<Id, (fanIn: number, fanOut: number) => readonly [number, number]>> = {
  heNormal: (fanIn) => [2 / fanIn, Number.POSITIVE_INFINITY],
  heUniform: (fanIn) => [2 / fanIn, Math.sqrt(6 / fanIn)],
  glorotNormal: (fanIn, fanOut) => [2 / (fanIn + fanOut), Number.POSITIVE_INFINITY],
  glorotUniform: (fanIn, fanOut) => [2 / (fanIn + fanOut), Math.sqrt(6 / (fanIn + fanOut))],
  lecunNormal: (fanIn) => [1 / fanIn, Number.POSITIVE_INFINITY],
  lecunUniform: (fanIn) => [1 / fanIn, Math.sqrt(3 / fanIn)],
  orthogonal: (fanIn, fanOut) => [1 / Math.max(fanIn, fanOut), 1],
  normal: () => [defaultExperiment.initStd ** 2, Number.POSITIVE_INFINITY],
  uniform: () => [defaultExperiment.initLimit ** 2 / 3, defaultExperiment.initLimit],
  constant: () => [defaultExperiment.initConstant ** 2, defaultExperiment.initConstant],
  zeros: () => [0, 0],
};

/** Kurtosis of the distribution of one weight: 3 for a normal, 9/5 for a uniform. */
const kurtosis: Partial<Record<Id, number>> = {
  heNormal: 3,
  heUniform: 1.8,
  glorotNormal: 3,
  glorotUniform: 1.8,
  lecunNormal: 3,
  lecunUniform: 1.8,
  normal: 3,
  uniform: 1.8,
};

const moment = (weights: Float64Array, order: number) =>
  weights.reduce((sum, weight) => sum + weight ** order, 0) / weights.length;

describe.each(initializers.map((entry) => [entry.id, entry] as const))('%s', (id, initializer) => {
  it.each([
    [200, 100],
    [64, 256],
    [1, 7],
    [7, 1],
  ])('draws [%i, %i] with its variance', (fanIn, fanOut) => {
    const weights = initializer.draw(randomStream(1, 'w'), fanIn, fanOut, defaultExperiment);
    expect(weights.length).toBe(fanIn * fanOut);
    const [first = 0] = weights;
    const own = initializer.variance?.(fanIn, fanOut, defaultExperiment) ?? first ** 2;
    const [variance, limit] = papers[id]?.(fanIn, fanOut) ?? [own, Number.POSITIVE_INFINITY];
    expect(own).toBeCloseTo(variance, 12);
    expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(limit + 1e-12);
    if (weights.length < 1000) return;
    expect(Math.abs(moment(weights, 2) - variance)).toBeLessThanOrEqual(0.04 * variance);
    if (!initializer.variance) return;
    expect(Math.abs(moment(weights, 1))).toBeLessThanOrEqual(
      4 * Math.sqrt(variance / weights.length),
    );
  });

  it('draws from its whole distribution, with no tails cut off', () => {
    const wanted = kurtosis[id];
    if (wanted === undefined) return;
    const weights = initializer.draw(randomStream(3, 'w'), 200, 200, defaultExperiment);
    const found = moment(weights, 4) / moment(weights, 2) ** 2;
    expect(Math.abs(found - wanted)).toBeLessThan(0.1);
  });

  it('draws finite weights for every shape and seed', () => {
    const side = fc.integer({ min: 1, max: 24 });
    fc.assert(
      fc.property(fc.integer(), side, side, (seed, fanIn, fanOut) => {
        const weights = initializer.draw(randomStream(seed), fanIn, fanOut, defaultExperiment);
        return weights.length === fanIn * fanOut && weights.every(Number.isFinite);
      }),
    );
  });

  it('repeats itself for one stream', () => {
    const draw = () => initializer.draw(randomStream(4, 'w', 2), 9, 5, defaultExperiment);
    expect(draw()).toEqual(draw());
  });
});

describe('orthogonal', () => {
  it.each([
    [30, 20],
    [20, 30],
    [64, 64],
    [1, 9],
    [1, 1],
    [256, 256],
  ])('has orthonormal vectors along the shorter side of [%i, %i]', (fanIn, fanOut) => {
    const weights = orthogonal.draw(randomStream(2, 'w'), fanIn, fanOut, {});
    const entry = (index: number, position: number) =>
      at(weights, fanIn >= fanOut ? position * fanOut + index : index * fanOut + position);
    const [count, length] = [Math.min(fanIn, fanOut), Math.max(fanIn, fanOut)];
    let worst = 0;
    for (let a = 0; a < count; a++) {
      for (let b = 0; b <= a; b++) {
        let dot = 0;
        for (let position = 0; position < length; position++) {
          dot += entry(a, position) * entry(b, position);
        }
        worst = Math.max(worst, Math.abs(dot - Number(a === b)));
      }
    }
    expect(worst).toBeLessThan(1e-10);
  });

  it('is Haar distributed: its trace has mean 0 and variance 1 (Diaconis and Shahshahani 1994)', () => {
    const size = 6;
    const traces = Float64Array.from({ length: 3000 }, (_, seed) => {
      const weights = orthogonal.draw(randomStream(seed, 'haar'), size, size, {});
      return weights.reduce((sum, w, index) => sum + (index % (size + 1) === 0 ? w : 0), 0);
    });
    expect(Math.abs(moment(traces, 1))).toBeLessThan(0.08);
    expect(Math.abs(moment(traces, 2) - 1)).toBeLessThan(0.12);
  });
});
