import { describe, expect, it } from 'vitest';
import { at, exactly, present } from '../../src/base/at';

describe('at', () => {
  it('finds what is there, a zero too', () => {
    expect(at([5, 0], 1, 'number')).toBe(0);
    expect(at(Float32Array.of(Number.NaN), 0, 'value')).toBeNaN();
    expect(at({ weight: 'W' } as { weight: string; scale?: string }, 'weight', 'parameter')).toBe(
      'W',
    );
    expect(at(new Map([['a', false]]), 'a', 'flag')).toBe(false);
  });

  it('names what is missing', () => {
    expect(() => at([5], 1, 'parameter group')).toThrow(
      new RangeError('There is no parameter group 1.'),
    );
    expect(() => at([5], -1, 'layer')).toThrow(new RangeError('There is no layer -1.'));
    const layer: { scale?: number } = {};
    expect(() => at(layer, 'scale', 'parameter')).toThrow('There is no parameter scale.');
    expect(() => at(new Map<string, number>(), 'a', 'measure')).toThrow('There is no measure a.');
  });
});

describe('present', () => {
  it('gives what a look-up found, and names what it did not', () => {
    const values = Float32Array.of(0, Number.NaN);
    expect(present(values[0], 0, 'value')).toBe(0);
    expect(present(values[1], 1, 'value')).toBeNaN();
    expect(() => present(values[2], 2, 'value')).toThrow(new RangeError('There is no value 2.'));
  });
});

describe('exactly', () => {
  it('gives a list as a tuple, which names what it is where the count is another', () => {
    const [rows, columns]: readonly [number, number] = exactly(2, [3, 4], 'axes');
    expect([rows, columns]).toEqual([3, 4]);
    expect(() => exactly(2, [3], 'axes')).toThrow(new RangeError('There are 1 axes, not 2.'));
  });
});
