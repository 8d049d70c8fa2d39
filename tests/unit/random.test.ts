import { describe, expect, it } from 'vitest';
import { mersenneTwister } from '../../src/base/mersenneTwister';
import { permutation, randomStream } from '../../src/base/random';

const draw = (count: number, make: () => number) => Array.from({ length: count }, make);

describe('a random stream', () => {
  it('repeats itself for the same seed and path, and differs for another', () => {
    const [a, b, c, d] = [
      randomStream(1, 'weights', 3),
      randomStream(1, 'weights', 3),
      randomStream(1, 'weights', 4),
      randomStream(2, 'weights', 3),
    ];
    const first = draw(5, a.normal);
    expect(draw(5, b.normal)).toEqual(first);
    expect(draw(5, c.normal)).not.toEqual(first);
    expect(draw(5, d.normal)).not.toEqual(first);
  });

  it('is uniform and standard normal, and neighbors are uncorrelated', () => {
    const count = 200_000;
    const uniforms = draw(count, randomStream(5, 'u').uniform);
    expect(mean(uniforms)).toBeCloseTo(0.5, 2);
    expect(Math.min(...uniforms.slice(0, 9999))).toBeGreaterThanOrEqual(0);
    const normals = draw(count, randomStream(5, 'n').normal);
    const other = draw(count, randomStream(6, 'n').normal);
    expect(mean(normals)).toBeCloseTo(0, 1.7);
    expect(mean(normals.map((x) => x * x))).toBeCloseTo(1, 1.5);
    expect(mean(normals.map((x) => x ** 4))).toBeCloseTo(3, 0.8);
    expect(mean(normals.map((x, index) => x * (other[index] ?? 0)))).toBeCloseTo(0, 1.7);
  });

  it('permutes', () => {
    const order = permutation(randomStream(1, 'order'), 1000);
    expect([...order].sort((a, b) => a - b)).toEqual(draw(1000, counter()));
    expect([...order]).not.toEqual(draw(1000, counter()));
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function counter(): () => number {
  let next = 0;
  return () => next++;
}

describe('the Mersenne twister', () => {
  it('gives the numbers of its authors', () => {
    const bits = mersenneTwister(5489);
    const drawn = draw(10_000, () => bits() >>> 0);
    expect(drawn.slice(0, 5)).toEqual([3499211612, 581869302, 3890346734, 3586334585, 545404204]);
    // C++ demands this one of every implementation.
    expect(drawn.at(-1)).toBe(4123659995);
  });
});
