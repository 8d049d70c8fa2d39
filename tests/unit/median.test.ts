import { expect, it } from 'vitest';
import { median } from '../../src/base/median';

it('is the middle, or the mean of the two in the middle, whatever the order', () => {
  expect(median([3, 1, 10])).toBe(3);
  expect(median([4, 1, 10, 2])).toBe(3);
  expect(median([7])).toBe(7);
  expect([median([]), median([1, Number.NaN, 2])]).toEqual([Number.NaN, Number.NaN]);
});
