import { beforeAll, describe, expect, it } from 'vitest';
import type { Ops } from '../../src/ops/ops';
import { backends, openForTest, openWithoutVectors } from '../support/backends';
import { at, deviations, waves } from '../support/numbers';

/** How the operands of a product may be stored. */
const storages = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;

/** `[height, width]` stored as `[width, height]`. */
function flipped(values: readonly number[], height: number, width: number): readonly number[] {
  return values.map((_, index) =>
    at(values, (index % height) * width + Math.floor(index / height)),
  );
}

/** `[m, k]·[k, n]` in float64. */
function productOf(
  a: readonly number[],
  b: readonly number[],
  m: number,
  k: number,
  n: number,
): readonly number[] {
  return Array.from({ length: m * n }, (_, index) => {
    const [row, column] = [Math.floor(index / n), index % n];
    return Array.from(
      { length: k },
      (_, inner) => at(a, row * k + inner) * at(b, inner * n + column),
    ).reduce((sum, term) => sum + term);
  });
}

describe.each([...backends, 'wasm without vectors'] as const)('%s', (backend) => {
  let ops: Ops;
  const upload = (values: readonly number[], shape: readonly number[]) =>
    ops.upload(Float32Array.from(values), shape);

  beforeAll(async () => {
    ops = await (backend === 'wasm without vectors' ? openWithoutVectors() : openForTest(backend));
  });

  it.each(storages)('matMul of odd sizes, transposed %s %s, with Inf and NaN', async (a, b) => {
    const [m, k, n] = [5, 7, 3];
    const left = Array.from({ length: m * k }, (_, index) => Math.fround(Math.sin(index + 1)));
    const right = Array.from({ length: k * n }, (_, index) => Math.fround(Math.cos(2 * index)));
    left[8] = Number.POSITIVE_INFINITY;
    left[20] = 1e30;
    right[4] = Number.NaN;
    const product = productOf(left, right, m, k, n);
    const x = a ? upload(flipped(left, m, k), [k, m]) : upload(left, [m, k]);
    const y = b ? upload(flipped(right, k, n), [n, k]) : upload(right, [k, n]);
    // An elementwise operation before the product: what it leaves in a texture's padding must not leak.
    const shifted = ops.sub(ops.add(y, 1), 1);
    const got = await ops.read(ops.matMul(x, shifted, { a, b }));
    expect(deviations(got, product, String, { relative: 1e-5, absolute: 1e-5 })).toEqual([]);
  });

  it.each([7, 8])('matMulAdd over %i adds to every row, with Inf and NaN', async (k) => {
    const [m, n] = [5, 3];
    const left = Array.from({ length: m * k }, (_, index) => Math.fround(Math.sin(index + 1)));
    const right = Array.from({ length: k * n }, (_, index) => Math.fround(Math.cos(2 * index)));
    left[8] = Number.POSITIVE_INFINITY;
    const bias = [1, Number.NaN, -3e38];
    const expected = productOf(left, right, m, k, n).map(
      (value, index) => value + at(bias, index % n),
    );
    const product = ops.matMulAdd(upload(left, [m, k]), upload(right, [k, n]), upload(bias, [n]));
    const got = await ops.read(product);
    expect(deviations(got, expected, String, { relative: 1e-5, absolute: 1e-5 })).toEqual([]);
  });

  it.each([
    [1, 1, 1],
    [2, 3, 1],
    [1, 5, 9],
    [4, 8, 8],
    [7, 16, 12],
    [13, 17, 27],
    [33, 6, 23],
  ])('matMul of %i, %i and %i, stored either way, agrees with float64', async (m, k, n) => {
    const left = waves(m * k, 1);
    const right = waves(k * n, 2);
    const product = productOf(left, right, m, k, n);
    for (const [a, b] of storages) {
      const x = a ? upload(flipped(left, m, k), [k, m]) : upload(left, [m, k]);
      const y = b ? upload(flipped(right, k, n), [n, k]) : upload(right, [k, n]);
      const got = await ops.read(ops.matMul(x, y, { a, b }));
      expect(deviations(got, product, String, { relative: 1e-5, absolute: 3e-6 })).toEqual([]);
    }
  });

  it.each([
    [1e-30, 1e-5],
    [1e-20, 1e-16],
    [1e-38, 1],
    [1e-30, 1e30],
    [1e-33, 1e33],
    [1e25, 1e12],
    [1e30, 1e30],
    [1e-30, 1e-30],
  ])('matMul of sizes %d and %d keeps what float32 holds', async (large, small) => {
    const [m, k, n] = [5, 9, 11];
    const left = waves(m * k, 1).map((x) => Math.fround(x * large));
    const right = waves(k * n, 2).map((x) => Math.fround(x * small));
    const product = productOf(left, right, m, k, n);
    const got = await ops.read(ops.matMul(upload(left, [m, k]), upload(right, [k, n])));
    if (large * small > 1e38) {
      expect([...got].every((value) => !Number.isFinite(value))).toBe(true);
      return;
    }
    // What is lost is a term's share of the largest, or below the normal range.
    const absolute = Math.max(3e-6 * large * small, k * 1.2e-38);
    expect(deviations(got, product, String, { relative: 1e-5, absolute })).toEqual([]);
  });
});
