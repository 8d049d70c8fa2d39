import { expect, it } from 'vitest';
import { defaultExperiment } from '../../src/experiment/schema';
import { appearanceOf, isLockedOut } from '../../src/state/store/appearance';

it.each([
  ['', false],
  ['depth', true],
  ['gain', false],
  ['all', true],
])('lock=%s: whether an experiment of another depth can be loaded', (lock, isOut) => {
  const { appearance } = appearanceOf({ lock });
  const deeper = { ...defaultExperiment, depth: defaultExperiment.depth + 1 };
  expect(isLockedOut(appearance, defaultExperiment, deeper)).toBe(isOut);
  expect(isLockedOut(appearance, defaultExperiment, { ...defaultExperiment })).toBe(false);
});
