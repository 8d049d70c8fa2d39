import { expect, it } from 'vitest';
import { planOf } from '../../src/engine/plan';
import { openBackend } from '../../src/engine/tfjs/backend';
import { bytesOf, initializeWeights, initialOf, readWeights } from '../../src/engine/weights';
import { experimentOf } from '../../src/experiment/legality';

it('counts the bytes of everything that training changes, running statistics among it', async () => {
  const opened = await openBackend('cpu');
  if ('refusal' in opened) throw new Error(opened.refusal);
  const { experiment } = experimentOf({
    depth: 3,
    width: 8,
    normalization: 'batch',
    optimizer: 'adam',
  });
  const plan = planOf(experiment);
  const weights = initializeWeights(opened.ops, plan, initialOf(plan));
  const { parameters, optimizer, running } = await readWeights(opened.ops, weights);
  const statistics = running.flatMap(({ mean, variance }) => [mean, variance]);
  const held = [...parameters, ...optimizer.flat(), ...statistics];
  expect(running.length).toBeGreaterThan(0);
  expect(bytesOf(weights)).toBe(held.reduce((sum, { values }) => sum + values.byteLength, 0));
});
