import { expect, it, vi } from 'vitest';
import { createTrainer } from '../../src/engine/trainer';
import { experimentOf } from '../../src/experiment/legality';
import { openForTest } from '../support/backends';

const settings = {
  depth: 8,
  width: 12,
  gain: 1,
  activation: 'tanh',
  normalization: 'batch',
  optimizer: 'adam',
  clipByGlobalNorm: true,
  validationInterval: 3,
};

it('webgl: every shader of training is compiled by a rehearsal', async () => {
  const linked = vi.spyOn(WebGL2RenderingContext.prototype, 'linkProgram');
  const { experiment } = experimentOf(settings);
  const trainer = createTrainer(await openForTest('webgl'), experiment);
  await trainer.measure();
  await trainer.rehearse();
  const before = linked.mock.calls.length;
  for (let step = 0; step < 10; step++) await trainer.advance();
  trainer.dispose();
  expect(before).toBeGreaterThan(0);
  expect(linked.mock.calls.length).toBe(before);
});

it('webgl: a network of another width compiles few shaders anew', async () => {
  const ops = await openForTest('webgl');
  const linked = vi.spyOn(WebGL2RenderingContext.prototype, 'linkProgram');
  const counts: number[] = [];
  for (const width of [20, 24]) {
    linked.mockClear();
    const { experiment } = experimentOf({ ...settings, width });
    const trainer = createTrainer(ops, experiment);
    await trainer.measure();
    trainer.dispose();
    counts.push(linked.mock.calls.length);
  }
  console.log(`shaders compiled for a first and a second width: ${counts.join(', ')}`);
  expect(counts[1]).toBeLessThan(20);
});
