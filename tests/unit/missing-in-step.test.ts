import { beforeAll, expect, it } from 'vitest';
import { byLayer } from '../../src/engine/layout';
import { collectReadings } from '../../src/engine/measures/readings';
import { evaluate } from '../../src/engine/network';
import { stagesOf } from '../../src/engine/pipeline';
import { type Plan, planOf } from '../../src/engine/plan';
import { computeStep } from '../../src/engine/step';
import { openBackend } from '../../src/engine/tfjs/backend';
import { initializeWeights, initialOf, type Weights } from '../../src/engine/weights';
import { experimentOf } from '../../src/experiment/legality';
import { emptyRecord, recordShape } from '../../src/history/record';
import type { Ops } from '../../src/ops/ops';
import type { Stacks } from '../../src/ops/parameters';

let ops: Ops;

beforeAll(async () => {
  const opened = await openBackend('cpu');
  if ('refusal' in opened) throw new Error(opened.refusal);
  ops = opened.ops;
});

const { experiment } = experimentOf({ depth: 3, width: 4, normalization: 'batch' });
const plan = planOf(experiment);

const batch = () => ({
  features: ops.fill([2, plan.widths.at(0) ?? Number.NaN], 1),
  targets: ops.fill([2, plan.widths.at(-1) ?? Number.NaN], 1),
});

function step(own: Plan, change: Partial<Weights> = {}) {
  const weights = { ...initializeWeights(ops, plan, initialOf(plan)), ...change };
  return computeStep(ops, own, recordShape(own.depth, stagesOf(own)), {
    weights,
    step: 0,
    batch: batch(),
    validation: null,
  });
}

it('a parameter does not stand still because the optimizer gave no change for it', () => {
  const update = (_: Ops, gradients: Stacks) => ({ gradients: gradients.slice(0, -1), state: [] });
  expect(() => step({ ...plan, optimizer: { ...plan.optimizer, update } })).toThrow(
    new RangeError(`There is no norm of parameter group ${plan.layout.length - 1}.`),
  );
});

it('a stack of parameters is not left out', () => {
  const { parameters } = initializeWeights(ops, plan, initialOf(plan));
  expect(() => step(plan, { parameters: parameters.slice(0, -1) })).toThrow(
    new RangeError(`There is no parameter group ${plan.layout.length - 1}.`),
  );
});

it('a layer is not left without its normalization or its running statistics', () => {
  const { parameters } = initializeWeights(ops, plan, initialOf(plan));
  const layers = byLayer(ops, plan.layout, parameters);
  const bare = layers.map(({ weight }) => ({ weight }));
  const { features } = batch();
  expect(() => evaluate(ops, plan, bare, [], features)).toThrow('There is no parameter scale.');
  expect(() => evaluate(ops, plan, layers, [], features)).toThrow(
    'There is no running mean of layer 1.',
  );
});

it('a measure that the record has no column for is not lost', () => {
  const shape = recordShape(3);
  const readings = collectReadings(ops, shape, emptyRecord(shape));
  expect(() => readings.put('after:clipByValue', 1, 2)).toThrow('There is no after:clipByValue 1.');
  expect(() => readings.put('gradW', 4, 2)).toThrow('There is no gradW 4.');
  expect(() => readings.step('after:clipByValue', 2)).toThrow(
    'There is no measure after:clipByValue.',
  );
  expect(() => readings.value('after:clipByValue', 1)).toThrow(RangeError);
});

it('a reading that did not come back is not absent', () => {
  const shape = recordShape(3);
  const readings = collectReadings(ops, shape, emptyRecord(shape));
  readings.layers('gradW', [1, 2, 3], ops.fill([3], 1));
  expect(() => readings.write(Float32Array.of(1, 1))).toThrow('There is no reading of layer 3.');
});
