import { beforeAll, describe, expect, it } from 'vitest';
import type { Ops, Tensor } from '../../src/ops/ops';
import { backends, openForTest, openWithoutVectors } from '../support/backends';
import { at, deviations, erf, special, waves } from '../support/numbers';

type Unary = readonly [string, (ops: Ops, x: Tensor) => Tensor, (x: number) => number];
type Binary = readonly [
  string,
  (ops: Ops, a: Tensor, b: Tensor) => Tensor,
  (a: number, b: number) => number,
];

const unary: readonly Unary[] = [
  ['abs', (ops, x) => ops.abs(x), Math.abs],
  ['square', (ops, x) => ops.square(x), (x) => x * x],
  ['sqrt', (ops, x) => ops.sqrt(x), Math.sqrt],
  ['exp', (ops, x) => ops.exp(x), Math.exp],
  ['expm1', (ops, x) => ops.expm1(x), Math.expm1],
  ['log', (ops, x) => ops.log(x), Math.log],
  ['tanh', (ops, x) => ops.tanh(x), Math.tanh],
  ['sigmoid', (ops, x) => ops.sigmoid(x), (x) => 1 / (1 + Math.exp(-x))],
  ['erf', (ops, x) => ops.erf(x), erf],
  ['2 − x', (ops, x) => ops.sub(2, x), (x) => 2 - x],
  ['x·2', (ops, x) => ops.mul(x, 2), (x) => x * 2],
  ['1/x', (ops, x) => ops.div(1, x), (x) => 1 / x],
  ['x + 1', (ops, x) => ops.add(x, 1), (x) => x + 1],
  ['sum of one', (ops, x) => ops.sum(ops.reshape(x, [special.length, 1]), [1]), (x) => x],
];

const binary: readonly Binary[] = [
  ['add', (ops, a, b) => ops.add(a, b), (a, b) => a + b],
  ['sub', (ops, a, b) => ops.sub(a, b), (a, b) => a - b],
  ['mul', (ops, a, b) => ops.mul(a, b), (a, b) => a * b],
  ['div', (ops, a, b) => ops.div(a, b), (a, b) => a / b],
  ['less', (ops, a, b) => ops.where(ops.less(a, b), 1, 0), (a, b) => Number(a < b)],
  ['lessEqual', (ops, a, b) => ops.where(ops.lessEqual(a, b), 1, 0), (a, b) => Number(a <= b)],
  ['equal', (ops, a, b) => ops.where(ops.equal(a, b), 1, 0), (a, b) => Number(a === b)],
  ['where', (ops, a, b) => ops.where(ops.less(a, 0), a, b), (a, b) => (a < 0 ? a : b)],
  ['whereAtMost', (ops, a, b) => ops.whereAtMost(a, 0.5, 7, b), (a, b) => (a <= 0.5 ? 7 : b)],
  [
    'whereAtMost of tensors',
    (ops, a, b) => ops.whereAtMost(a, 0, b, a),
    (a, b) => (a <= 0 ? b : a),
  ],
  ['sum', (ops, a, b) => ops.sum(ops.stack([a, b]), [0]), (a, b) => a + b],
];

const pairs = special.flatMap((a) => special.map((b): readonly [number, number] => [a, b]));
const grid = [special.length, special.length];

/** Rows of three with what is hard about their largest and their norm. */
const rows: readonly (readonly number[])[] = [
  [3, 4, 0],
  [0, 0, 0],
  [-5, -4, -6],
  [-3e38, -1e25, -2e30],
  [3e38, 3e38, 3e38],
  [1e-37, 1e-37, 1e-37],
  [1, Number.NaN, 2],
  [Number.NaN, 1, 2],
  [1, 2, Number.NaN],
  [Number.POSITIVE_INFINITY, 1, 2],
  [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  [Number.POSITIVE_INFINITY, Number.NaN, 0],
];

describe.each([...backends, 'wasm without vectors'] as const)('%s', (backend) => {
  let ops: Ops;
  const upload = (values: readonly number[], shape: readonly number[]) =>
    ops.upload(Float32Array.from(values), shape);

  beforeAll(async () => {
    ops = await (backend === 'wasm without vectors' ? openWithoutVectors() : openForTest(backend));
  });

  it.each(unary)('%s at every special value', async (_, compute, reference) => {
    const got = await ops.read(compute(ops, upload(special, [special.length])));
    expect(deviations(got, special.map(reference), (index) => String(special[index]))).toEqual([]);
  });

  it.each([
    ['tanh', (x: Tensor) => ops.tanh(x), Math.tanh],
    ['expm1', (x: Tensor) => ops.expm1(x), Math.expm1],
  ] as const)('%s keeps its digits near 0', async (_, compute, reference) => {
    const near = Array.from({ length: 400 }, (_, index) => 10 ** (-index / 20))
      .flatMap((x) => [x, -x])
      .map(Math.fround);
    const got = await ops.read(compute(upload(near, [near.length])));
    const digits = { relative: 2e-6, absolute: 0 };
    const wanted = near.map(reference);
    expect(deviations(got, wanted, (index) => String(near[index]), digits)).toEqual([]);
  });

  it.each(binary)('%s at every pair of special values', async (_, compute, reference) => {
    const left = upload(
      pairs.map(([a]) => a),
      grid,
    );
    const right = upload(
      pairs.map(([, b]) => b),
      grid,
    );
    const got = await ops.read(compute(ops, left, right));
    const expected = pairs.map(([a, b]) => reference(a, b));
    expect(deviations(got, expected, (index) => String(pairs[index]))).toEqual([]);
  });

  it('broadcasts from the right', async () => {
    const got = await ops.read(
      ops.mul(upload([1, 2, 3, 4, 5, 6], [2, 3]), upload([10, 20, 30], [3])),
    );
    expect([...got]).toEqual([10, 40, 90, 40, 100, 180]);
  });

  it('max is exact over the whole range', async () => {
    const got = await ops.read(ops.max(upload(rows.flat(), [rows.length, 3])));
    expect(
      deviations(
        got,
        rows.map((row) => Math.max(...row)),
        (index) => String(rows[index]),
      ),
    ).toEqual([]);
  });

  it.each([1, 2, 5, 33, 1000, 70000])(
    'max finds one among %i, and a NaN anywhere',
    async (size) => {
      const values = new Float32Array(size).fill(-1e30);
      values[Math.floor(size / 2)] = -1e29;
      const largest = await ops.read(ops.max(ops.upload(values, [1, size])));
      expect(largest[0]).toBe(Math.fround(-1e29));
      values[Math.floor(size / 3)] = Number.NaN;
      const broken = await ops.read(ops.max(ops.upload(values, [1, size])));
      expect(broken[0]).toBe(Number.NaN);
    },
  );

  it('argMax takes the first largest', async () => {
    const got = await ops.read(ops.argMax(upload([1, 3, 3, -5, -9, -7], [2, 3])));
    expect([...got]).toEqual([1, 0]);
  });

  it('norms neither overflow nor hide ±Inf and NaN', async () => {
    const got = await ops.read(ops.norms(upload(rows.flat(), [rows.length, 3])));
    rows.forEach((row, index) => {
      const [largest, ratio] = [at(got, index), at(got, rows.length + index)];
      const magnitude = Math.fround(Math.max(...row.map(Math.abs)));
      expect(largest, `largest of ${row}`).toBe(magnitude);
      if (!Number.isFinite(magnitude)) expect(ratio, `ratio of ${row}`).toBe(Number.NaN);
      else expect((largest * ratio) / (Math.hypot(...row) || 1)).toBeCloseTo(magnitude && 1, 5);
    });
  });

  it.each([1, 3, 4, 7, 66, 1001])(
    'norms and sums of rows of %i agree with float64',
    async (size) => {
      const values = waves(3 * size, 3).map((x, index) => Math.fround(x * 10 ** (index % 5)));
      const x = upload(values, [3, size]);
      const [norms, rows, columns, all] = await Promise.all(
        [ops.norms(x), ops.sum(x, [1]), ops.sum(x, [0]), ops.sum(x)].map((y) => ops.read(y)),
      );
      const parts = [0, 1, 2].map((row) => values.slice(row * size, (row + 1) * size));
      const total = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);
      const close = { relative: 3e-6, absolute: 3e-2 };
      parts.forEach((part, row) => {
        const norm = at(norms ?? [], row) * at(norms ?? [], 3 + row);
        expect(norm / Math.hypot(...part)).toBeCloseTo(1, 5);
      });
      expect(deviations(rows ?? [], parts.map(total), String, close)).toEqual([]);
      expect(deviations(all ?? [], [total(values)], String, close)).toEqual([]);
      const expected = Array.from({ length: size }, (_, at) => total(parts.map((p) => p[at] ?? 0)));
      expect(deviations(columns ?? [], expected, String, close)).toEqual([]);
    },
  );

  it('operations on parts of a stack leave their neighbors alone, and parts outlive it', async () => {
    const values = waves(15, 4).map(Math.fround);
    const whole = upload(values, [3, 5]);
    const [, middle] = ops.unstack(whole);
    const tail = ops.slice(whole, 1, 2);
    if (!middle) throw new Error('There is no part.');
    const doubled = ops.add(middle, middle);
    const positive = ops.whereAtMost(middle, 0, 0, middle);
    expect([...(await ops.read(whole))]).toEqual(values);
    ops.dispose(whole);
    const others = ops.fill([3, 5], 9);
    expect([...(await ops.read(tail))]).toEqual(values.slice(5));
    expect([...(await ops.read(middle))]).toEqual(values.slice(5, 10));
    expect([...(await ops.read(doubled))]).toEqual(values.slice(5, 10).map((x) => 2 * x));
    expect([...(await ops.read(positive))]).toEqual(
      values.slice(5, 10).map((x) => (x > 0 ? x : 0)),
    );
    ops.dispose([middle, tail, doubled, positive, others]);
  });

  it('an operation between a tensor and a tensor of no dimensions takes its value', async () => {
    const one = ops.sum(upload([2, 3], [2]));
    const got = await ops.read(ops.sub(ops.mul(upload([1, 2, 3], [3]), one), one));
    expect([...got]).toEqual([0, 5, 10]);
    expect([...(await ops.read(ops.mul(one, one)))]).toEqual([25]);
  });

  it('stack, unstack, concat and reshape keep every value in its place', async () => {
    const stacked = ops.stack([upload([1, 2, 3, 4], [2, 2]), upload([5, 6, 7, 8], [2, 2])]);
    const [, second] = ops.unstack(stacked);
    const joined = ops.concat([ops.reshape(stacked, [4, 2]), second ?? stacked]);
    expect(joined.shape).toEqual([6, 2]);
    expect([...(await ops.read(joined))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 5, 6, 7, 8]);
    expect([...(await ops.read(ops.slice(joined, 3, 2)))]).toEqual([7, 8, 5, 6]);
  });

  it('tidy frees all but what it returns, however nested', () => {
    const before = ops.tensorCount();
    const kept = ops.tidy(() => {
      ops.fill([3], 1);
      return { list: [ops.fill([2], 2)], inner: { one: ops.mul(ops.fill([1], 3), 2) } };
    });
    expect(ops.tensorCount()).toBe(before + 2);
    ops.dispose(kept);
    expect(ops.tensorCount()).toBe(before);
  });
});
