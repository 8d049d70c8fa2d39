import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { experimentOf } from '../../src/experiment/legality';
import type { Ops, Tensor } from '../../src/ops/ops';
import type { Report } from '../../src/worker/protocol';
import { withPulse } from '../../src/worker/pulse';
import { serve } from '../../src/worker/server';

const small = experimentOf({ depth: 3, width: 8 }).experiment;
const large = experimentOf({ depth: 100, width: 256, batchSize: 512, samples: 2000 }).experiment;

const x: Tensor = { shape: [1, 1] };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Operations of which a product takes some milliseconds, and an answer of the device some others. */
function opsTaking(product: number, answer: number): Ops {
  const matMul = () => {
    vi.advanceTimersByTime(product);
    return x;
  };
  const read = () =>
    new Promise<Float32Array>((resolve) => {
      setTimeout(() => resolve(new Float32Array()), answer);
    });
  return { matMul, matMulAdd: matMul, read } as unknown as Ops;
}

it('a step however long gives a sign of life a second, between its products', () => {
  const live = vi.fn();
  const ops = withPulse(opsTaking(250, 0), large, live);
  for (let product = 0; product < 200; product++) ops.matMul(x, x);
  for (let product = 0; product < 200; product++) ops.matMulAdd(x, x, x);
  expect(live).toHaveBeenCalledTimes(99);
});

it('gives signs of life while it waits for a device, and no longer than a minute', async () => {
  const live = vi.fn();
  const ops = withPulse(opsTaking(0, 300_000), large, live);
  const answer = ops.read(x);
  await vi.advanceTimersByTimeAsync(30_500);
  expect(live).toHaveBeenCalledTimes(30);
  await vi.advanceTimersByTimeAsync(269_500);
  await answer;
  expect(live).toHaveBeenCalledTimes(60);
  expect(vi.getTimerCount()).toBe(0);
});

it('stops when the device is lost', async () => {
  const lost = { ...opsTaking(0, 0), read: () => Promise.reject(new Error('lost')) };
  const answer = withPulse(lost, large, () => {}).read(x);
  await expect(answer).rejects.toThrow('lost');
  expect(vi.getTimerCount()).toBe(0);
});

it('leaves a network alone whose steps are quick', () => {
  const ops = opsTaking(0, 0);
  expect(withPulse(ops, small, () => {})).toBe(ops);
});

it('the worker’s server says it of the run that it computes', async () => {
  vi.useRealTimers();
  let now = 0;
  const slowly = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 300;
    return now;
  });
  const { experiment } = experimentOf({ backend: 'cpu', depth: 4, width: 128, batchSize: 64 });
  const reports = await new Promise<readonly Report[]>((resolve) => {
    const heard: Report[] = [];
    const receive = serve({
      post(report) {
        heard.push(report);
        if (report.type === 'state') resolve(heard);
      },
    });
    receive({ type: 'configure', run: 7, ticket: 1, experiment });
  });
  slowly.mockRestore();
  expect(reports).toContainEqual({ type: 'alive', run: 7 });
});
