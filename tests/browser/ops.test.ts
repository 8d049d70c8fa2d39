import { beforeAll, describe, expect, it } from 'vitest';
import type { Ops, Tensor } from '../../src/ops/ops';
import { backends, openForTest } from '../support/backends';

const huge = 3e38;
const tiny = 1e-37;
const special = [
  0,
  tiny,
  -tiny,
  0.5,
  -0.5,
  1,
  -1,
  7,
  -7,
  90,
  -90,
  1e20,
  -1e20,
  huge,
  -huge,
  Infinity,
  -Infinity,
  Number.NaN,
];
const f = Math.fround;
const pairs = special.flatMap((a) => special.map((b) => [a, b] as const));
const left = Float32Array.from(pairs, ([a]) => a);
const right = Float32Array.from(pairs, ([, b]) => b);
const erf = (x: number) => {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; n < 200; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
};

const unary: Record<string, [(ops: Ops, x: Tensor) => Tensor, (x: number) => number]> = {
  abs: [(o, x) => o.abs(x), Math.abs],
  square: [(o, x) => o.square(x), (x) => x * x],
  sqrt: [(o, x) => o.sqrt(x), Math.sqrt],
  exp: [(o, x) => o.exp(x), Math.exp],
  expm1: [(o, x) => o.expm1(x), Math.expm1],
  log: [(o, x) => o.log(x), Math.log],
  tanh: [(o, x) => o.tanh(x), Math.tanh],
  sigmoid: [(o, x) => o.sigmoid(x), (x) => 1 / (1 + Math.exp(-x))],
  erf: [(o, x) => o.erf(x), erf],
};
const binary: Record<
  string,
  [(ops: Ops, a: Tensor, b: Tensor) => Tensor, (a: number, b: number) => number]
> = {
  add: [(o, a, b) => o.add(a, b), (a, b) => a + b],
  sub: [(o, a, b) => o.sub(a, b), (a, b) => a - b],
  mul: [(o, a, b) => o.mul(a, b), (a, b) => a * b],
  div: [(o, a, b) => o.div(a, b), (a, b) => a / b],
  less: [(o, a, b) => o.where(o.less(a, b), 1, 0), (a, b) => +(a < b)],
  lessEqual: [(o, a, b) => o.where(o.lessEqual(a, b), 1, 0), (a, b) => +(a <= b)],
  equal: [(o, a, b) => o.where(o.equal(a, b), 1, 0), (a, b) => +(a === b)],
  'where(a < 0, a, b)': [(o, a, b) => o.where(o.less(a, 0), a, b), (a, b) => (a < 0 ? a : b)],
};

/** Lists where an answer differs from float64 arithmetic rounded to float32. */
function deviations(
  actual: Float32Array,
  expected: readonly number[],
  inputs: (i: number) => unknown,
): string[] {
  return expected.flatMap((wanted, i) => {
    const got = actual[i] as number;
    const want = f(wanted);
    if (Object.is(got, want) || got === want) return [];
    if (Number.isFinite(want) && Number.isFinite(got)) {
      if (Math.abs(got - want) <= 1e-5 * Math.abs(want) + 3e-7) return [];
    }
    return [`${inputs(i)} -> ${got}, not ${want}`];
  });
}

describe.each(backends)('ops on %s', (backend) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await openForTest(backend);
  });

  it.each(Object.keys(unary))('%s', async (name) => {
    const [compute, reference] = unary[name] as (typeof unary)[string];
    const got = await ops.read(
      compute(ops, ops.upload(Float32Array.from(special), [special.length])),
    );
    expect(
      deviations(
        got,
        special.map((x) => reference(f(x))),
        (i) => special[i],
      ),
    ).toEqual([]);
  });

  it.each(Object.keys(binary))('%s', async (name) => {
    const [compute, reference] = binary[name] as (typeof binary)[string];
    const a = ops.upload(left, [18, 18]);
    const b = ops.upload(right, [18, 18]);
    const got = await ops.read(compute(ops, a, b));
    expect(
      deviations(
        got,
        pairs.map(([x, y]) => reference(f(x), f(y))),
        (i) => pairs[i],
      ),
    ).toEqual([]);
  });

  it('max', async () => {
    const rows = [
      [1, 2, 3],
      [-5, -4, -6],
      [-huge, -1e25, -2e30],
      [1, Number.NaN, 2],
      [Number.NaN, 1, 2],
      [1, 2, Number.NaN],
      [Infinity, 1, 2],
      [-Infinity, -Infinity, -Infinity],
      [Infinity, Number.NaN, 0],
    ];
    const got = await ops.read(
      ops.max(ops.upload(Float32Array.from(rows.flat()), [rows.length, 3])),
    );
    expect(
      deviations(
        got,
        rows.map((r) => Math.max(...r)),
        (i) => rows[i],
      ),
    ).toEqual([]);
    for (const size of [1, 2, 5, 33, 1000, 70000]) {
      const long = new Float32Array(size).fill(-1e30);
      long[Math.floor(size / 2)] = -1e29;
      expect((await ops.read(ops.max(ops.upload(long, [1, size]))))[0]).toBe(f(-1e29));
      long[Math.floor(size / 3)] = Number.NaN;
      expect((await ops.read(ops.max(ops.upload(long, [1, size]))))[0]).toBe(Number.NaN);
    }
  });

  it('norms', async () => {
    const rows = [
      [3, 4, 0],
      [0, 0, 0],
      [huge, huge, huge],
      [tiny, tiny, tiny],
      [Infinity, 1, 2],
      [Number.NaN, 1, 2],
      [Infinity, Number.NaN, 2],
    ];
    const got = await ops.read(
      ops.norms(ops.upload(Float32Array.from(rows.flat()), [rows.length, 3])),
    );
    expect(got[0]! * got[1]!).toBeCloseTo(5, 5);
    expect([got[2], got[3]]).toEqual([0, 0]);
    expect(got[4]! * got[5]!).toBeCloseTo(huge * Math.sqrt(3), -35);
    expect((got[6]! * got[7]!) / tiny).toBeCloseTo(Math.sqrt(3), 4);
    expect([got[8], got[10], got[12]]).toEqual([Infinity, Number.NaN, Number.NaN]);
    expect([got[9], got[11], got[13]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('matMul with odd sizes, transposes, Inf and NaN', async () => {
    const [m, k, n] = [5, 7, 3];
    const A = Float32Array.from({ length: m * k }, (_, i) => Math.sin(i + 1));
    const B = Float32Array.from({ length: k * n }, (_, i) => Math.cos(i * 2));
    A[8] = Infinity;
    B[4] = Number.NaN;
    A[20] = huge;
    const want: number[] = [];
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let s = 0;
        for (let l = 0; l < k; l++) s += A[i * k + l]! * B[l * n + j]!;
        want.push(s);
      }
    const T = (x: Float32Array, r: number, c: number) =>
      Float32Array.from({ length: r * c }, (_, i) => x[(i % r) * c + Math.floor(i / r)]!);
    for (const a of [false, true])
      for (const b of [false, true]) {
        // Elementwise operations first: their padding must not leak into the product.
        const ta = ops.log(ops.exp(ops.upload(a ? T(A, m, k) : A, a ? [k, m] : [m, k])));
        void ta;
        const x = ops.add(ops.sub(ops.upload(a ? T(A, m, k) : A, a ? [k, m] : [m, k]), 1), 1);
        const y = ops.sub(ops.add(ops.upload(b ? T(B, k, n) : B, b ? [n, k] : [k, n]), 1), 1);
        const got = await ops.read(ops.matMul(x, y, { a, b }));
        expect(deviations(got, want, (i) => [a, b, i])).toEqual([]);
      }
  });
});
