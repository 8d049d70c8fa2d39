import { describe, expect, it } from 'vitest';
import { erfc } from '../../src/base/elementary/erfc';
import { exp, expm1, tanh } from '../../src/base/elementary/exponential';
import { hypot } from '../../src/base/elementary/hypot';
import { log } from '../../src/base/elementary/logarithm';
import { power } from '../../src/base/elementary/power';
import { asin, cos, sin } from '../../src/base/elementary/trigonometric';
import { fnv1a } from '../../src/base/fnv';
import { randomStream } from '../../src/base/random';

const { MIN_VALUE: least, POSITIVE_INFINITY: infinite, NaN: unknown } = Number;

/** A function, the one that the browser has, the reach of its arguments, and a hash of what it gave on them when it was written. */
const functions = [
  { own: exp, other: Math.exp, from: -745, to: 709, hash: -1389120771 },
  { own: expm1, other: Math.expm1, from: -40, to: 709, hash: 355439311 },
  { own: tanh, other: Math.tanh, from: -23, to: 23, hash: -636272099 },
  { own: log, other: Math.log, from: 0, to: 1e6, hash: -680139244 },
  { own: sin, other: Math.sin, from: -1e6, to: 1e6, hash: 87222480 },
  { own: cos, other: Math.cos, from: -1e6, to: 1e6, hash: 972050645 },
  { own: asin, other: Math.asin, from: -1, to: 1, hash: -1412204910 },
] as const;

/** Arguments within bounds, more of them near 0, where they are small and where they are as they may be. */
function argumentsWithin(from: number, to: number): readonly number[] {
  const stream = randomStream(1, 'arguments');
  const reaches = [1, 1e-1, 1e-3, 1e-6, 1e-12].map((share) => [from * share, to * share] as const);
  return Array.from({ length: 60_000 }, (_, index) => {
    const [low, high] = reaches[index % reaches.length] ?? [from, to];
    return low + (high - low) * stream.uniform();
  });
}

const hashOf = (values: readonly number[]) =>
  fnv1a(new Uint16Array(Float64Array.from(values).buffer));

describe.each(functions)('$own.name', ({ own, other, from, to, hash }) => {
  const given = argumentsWithin(from, to);

  it('gives the same bits as ever', () => {
    expect(hashOf(given.map(own))).toBe(hash);
  });

  it('is what JavaScript has, but for the last digits', () => {
    for (const x of given) {
      const expected = other(x);
      const apart = Math.abs(own(x) - expected);
      if (!(apart <= 4e-16 * Math.abs(expected)))
        expect({ x, is: own(x) }).toEqual({ x, expected });
    }
  });

  it('knows 0, infinity, NaN and the smallest numbers', () => {
    for (const x of [0, -0, unknown, infinite, -infinite, least, -least, 2 ** -1022, 2 ** -55]) {
      expect(own(x), String(x)).toBe(other(x));
    }
  });
});

describe('exp', () => {
  it('overflows and underflows where it should', () => {
    expect(exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(exp(709.7827128933841)).toBe(infinite);
    expect(exp(-745.1332191019411)).toBe(least);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(exp(1)).toBe(Math.E);
  });
});

describe('hypot', () => {
  it('is a root of a sum of squares that neither overflows nor vanishes', () => {
    expect(hypot(3, 4)).toBe(5);
    expect(hypot(3e200, -4e200) / 5e200).toBeCloseTo(1, 14);
    expect(hypot(3e-200, 4e-200) / 5e-200).toBeCloseTo(1, 14);
    expect(hypot()).toBe(0);
    expect(hypot(0, -0)).toBe(0);
    expect(hypot(0, -7)).toBe(7);
    expect(hypot(unknown, -infinite)).toBe(infinite);
    expect(hypot(unknown, 1)).toBeNaN();
  });

  it('gives the same bits as ever', () => {
    const stream = randomStream(2, 'sides');
    const sides = () => Array.from({ length: 1 + stream.integer(9) }, () => stream.normal());
    expect(hashOf(Array.from({ length: 20_000 }, () => hypot(...sides())))).toBe(-544268972);
  });
});

describe('power', () => {
  it('multiplies as often as it is told', () => {
    expect(power(3, 20)).toBe(3486784401);
    expect(power(0.5, 1000)).toBe(2 ** -1000);
    expect(power(0, 0)).toBe(1);
    expect(power(0, 3)).toBe(0);
    expect(power(0.999, 5000) / Math.exp(5000 * Math.log(0.999))).toBeCloseTo(1, 12);
    expect(() => power(2, 0.5)).toThrow(RangeError);
    expect(() => power(2, -1)).toThrow(RangeError);
  });

  it('is next to the true value: as integers of hundreds of digits say', () => {
    for (let exponent = 1; exponent < 300; exponent++) {
      const exact = BigInt(9) ** BigInt(exponent);
      expect(power(9, exponent)).toBe(Number(exact));
    }
  });
});

describe('sin and cos', () => {
  it('do not take angles beyond a million', () => {
    expect(() => sin(1e7)).toThrow(RangeError);
    expect(sin(Math.PI)).toBe(1.2246467991473532e-16);
    expect(cos(Math.PI / 2)).toBe(6.123233995736766e-17);
  });
});

describe('erfc', () => {
  it('is what tables say to seven digits', () => {
    for (const [x, value] of [
      [0, 1],
      [0.5, 0.4795001222],
      [1, 0.1572992071],
      [2, 0.004677735],
      [infinite, 0],
    ] as const) {
      expect(Math.abs(erfc(x) - value)).toBeLessThan(1.5e-7);
    }
  });
});
