import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { openBackend } from '../../src/engine/tfjs/backend';
import type { Ops } from '../../src/ops/ops';

async function openCpu(): Promise<Ops> {
  const opened = await openBackend('cpu');
  if ('refusal' in opened) throw new Error(opened.refusal);
  return opened.ops;
}

it('keeps a bounded number of scalars, however many rates there were', async () => {
  const ops = await openCpu();
  const one = ops.fill([1], 1);
  const held: number[] = [];
  for (let step = 1; step <= 1000; step++) {
    ops.dispose([ops.mul(one, 1 / step), ops.mul(one, -0)]);
    held.push(tf.backend().numDataIds());
  }
  expect(held.at(-1)).toBe(held[500]);
  const products = [1, 2, 1000].map((step) => ops.mul(one, 1 / step));
  const values = await Promise.all(products.map((product) => ops.read(product)));
  expect(values.map(([value]) => value)).toEqual([1, 0.5, Math.fround(0.001)]);
  ops.dispose([one, products]);
});

it('tells −0 from 0', async () => {
  const ops = await openCpu();
  const one = ops.fill([1], 1);
  for (const [zero, quotient] of [
    [0, Infinity],
    [-0, -Infinity],
    [0, Infinity],
    [-0, -Infinity],
  ] as const) {
    const found = ops.div(one, zero);
    expect([...(await ops.read(found))]).toEqual([quotient]);
    ops.dispose(found);
  }
  ops.dispose(one);
});
