import { expect, it } from 'vitest';
import { rememberArrays } from '../../src/base/remembered';
import { defaultExperiment } from '../../src/experiment/schema';
import { initialWeights } from '../../src/experiment/weights';

it('makes what is held once, and lets go of what was not asked for longest', () => {
  const made: string[] = [];
  const remembered = rememberArrays(32);
  const ask = (key: string) =>
    remembered(key, () => {
      made.push(key);
      return Float64Array.of(made.length, 0);
    });
  expect(ask('a')).toBe(ask('a'));
  ask('b');
  ask('a');
  ask('c');
  ask('a');
  expect(made).toEqual(['a', 'b', 'c']);
  ask('b');
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

it('gives what is larger than all it may hold, without holding it', () => {
  const remembered = rememberArrays(8);
  const make = () => new Float64Array(2);
  expect(remembered('a', make)).not.toBe(remembered('a', make));
});

it('draws other weights for another seed, layer, shape, initializer or field of the initializer', () => {
  const own = { ...defaultExperiment, initializer: 'normal' as const };
  const drawn = [
    initialWeights(own, 1, 2, 2),
    initialWeights(own, 2, 2, 2),
    initialWeights({ ...own, seed: own.seed + 1 }, 1, 2, 2),
    initialWeights({ ...own, initStd: 2 * own.initStd }, 1, 2, 2),
    initialWeights({ ...own, initializer: 'heNormal' }, 1, 2, 2),
    initialWeights(own, 1, 4, 1),
  ].map((weights) => String(weights));
  expect(new Set(drawn).size).toBe(5);
  expect(drawn[5]).toBe(drawn[0]);
});

it('gives the same weights again, times another gain', () => {
  const [once] = initialWeights(defaultExperiment, 1, 3, 3);
  const [twice] = initialWeights(
    { ...defaultExperiment, gain: 2 * defaultExperiment.gain },
    1,
    3,
    3,
  );
  expect(twice).toBe(2 * (once ?? 0));
});
