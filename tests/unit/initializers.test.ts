import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/base/random';
import { initializers } from '../../src/catalog/initializers';
import { orthogonal } from '../../src/catalog/initializers/orthogonal';
import { defaultExperiment } from '../../src/experiment/schema';
import { at } from '../support/numbers';

type Id = (typeof initializers)[number]['id'];

/** Variance of one weight as the papers give it, and the largest magnitude where there is one. */
const expected: Record<Id, (fanIn: number, fanOut: number) => readonly [number, number]> = {
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

describe.each(initializers.map((entry) => [entry.id, entry] as const))('%s', (id, initializer) => {
  it.each([
    [200, 100],
    [64, 256],
    [1, 7],
    [7, 1],
  ])('draws [%i, %i] with its variance', (fanIn, fanOut) => {
    const weights = initializer.draw(randomStream(1, 'w'), fanIn, fanOut, defaultExperiment);
    expect(weights.length).toBe(fanIn * fanOut);
    const [variance, limit] = expected[id](fanIn, fanOut);
    expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(limit + 1e-12);
    if (weights.length < 1000) return;
    const meanSquare = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
    expect(Math.abs(meanSquare - variance)).toBeLessThanOrEqual(0.04 * variance);
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
    [1, 1],
  ])('has orthonormal vectors along the shorter side of [%i, %i]', (fanIn, fanOut) => {
    const weights = orthogonal.draw(randomStream(2, 'w'), fanIn, fanOut, {});
    const entry = (index: number, position: number) =>
      at(weights, fanIn >= fanOut ? position * fanOut + index : index * fanOut + position);
    const [count, length] = [Math.min(fanIn, fanOut), Math.max(fanIn, fanOut)];
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) {
        let dot = 0;
        for (let position = 0; position < length; position++) {
          dot += entry(a, position) * entry(b, position);
        }
        expect(Math.abs(dot - Number(a === b))).toBeLessThan(1e-10);
      }
    }
  });
});
