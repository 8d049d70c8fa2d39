import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomStream } from '../../src/base/random';
import { sizeOf } from '../../src/base/shape';
import { activations } from '../../src/catalog/activations';
import { losses } from '../../src/catalog/losses';
import { normalizations } from '../../src/catalog/normalizations';
import { byLayer, type LayerParameters, stacked } from '../../src/engine/layout';
import { backward, forward } from '../../src/engine/network';
import { planOf } from '../../src/engine/plan';
import { initializeWeights } from '../../src/engine/weights';
import { defaultExperiment, type Experiment } from '../../src/experiment/schema';
import type { Ops, Tensor } from '../../src/ops/ops';
import type { Stacks } from '../../src/ops/parameters';
import { backends, openForTest } from '../support/backends';
import { at, deviations, special } from '../support/numbers';
import { type TapeLayer, tapeLoss } from '../support/tape';

const widths = [5, 7, 7, 6, 3];
const batch = 9;

const residual = { residual: 'custom', residualSkip: 0.8, residualBranch: 0.6 } as const;

/** Every layer kind: each activation with each normalization; each loss; and skips. */
const networks = activations.flatMap((activation) =>
  normalizations.flatMap((normalization) =>
    [losses[0], losses[1]].map(({ id: loss }, index): [string, Partial<Experiment>] => [
      `${activation.id}, ${normalization.id}, ${loss}${index ? ', skips' : ''}`,
      {
        activation: activation.id,
        normalization: normalization.id,
        loss,
        negativeSlope: 0.2,
        normEpsilon: 0.01,
        ...(index === 1 && residual),
      },
    ]),
  ),
);

function normals(name: string, count: number): Float32Array {
  const stream = randomStream(3, name);
  return Float32Array.from({ length: count }, () => stream.normal());
}

/** A network of a kind with random parameters, on random data with one-hot targets. */
function build(ops: Ops, settings: Partial<Experiment>) {
  const experiment: Experiment = { ...defaultExperiment, ...settings };
  const plan = planOf(experiment, widths);
  const { parameters } = initializeWeights(ops, plan, ({ role, shape }, layer) =>
    normals(`${role}${layer}`, sizeOf(shape)).map((x) =>
      role === 'scale' ? 1 + 0.2 * x : role === 'weight' ? x / 2 : 0.2 * x,
    ),
  );
  const features = ops.upload(normals('x', batch * 5), [batch, 5]);
  const classes = Float32Array.from({ length: batch * 3 }, (_, index) =>
    Number(index % 3 === Math.floor(index / 3) % 3),
  );
  const targets = ops.upload(classes, [batch, 3]);
  const lossOf = (values: Stacks) => {
    const trace = forward(ops, plan, byLayer(ops, plan.layout, values), features);
    return { trace, ...plan.loss.evaluate(ops, trace.output, targets) };
  };
  const gradients = () => {
    const layers = byLayer(ops, plan.layout, parameters);
    const { trace, gradient } = lossOf(parameters);
    return backward(ops, plan, layers, trace, gradient);
  };
  return { experiment, plan, parameters, features, targets, lossOf, gradients };
}

describe.each(backends)('on %s', (backend) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await openForTest(backend);
  });

  it.each(networks)('%s: loss and gradients are those of tfjs’s tape', async (_, settings) => {
    const { experiment, plan, parameters, features, targets, lossOf, gradients } = build(
      ops,
      settings,
    );
    const copy = async (x: Tensor) => tf.tensor(await ops.read(x), [...x.shape]);
    const layers = byLayer(ops, plan.layout, parameters);
    const list = await Promise.all(layers.flatMap((layer) => Object.values(layer).map(copy)));
    const roles = layers.map((layer) => Object.keys(layer));
    const x = await copy(features);
    const y = await copy(targets);
    const { value, grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) => {
      const [input, ...rest] = tensors;
      const rebuilt = roles.map((names) =>
        Object.fromEntries(names.map((name) => [name, rest.shift()])),
      ) as unknown as readonly TapeLayer[];
      return tapeLoss(experiment, rebuilt, input as tf.Tensor, y);
    })([x, ...list]);
    const passed = gradients();
    const { loss } = lossOf(parameters);
    expect(at(await ops.read(loss), 0)).toBeCloseTo(at(await value.data(), 0), 5);
    const own: Tensor[] = [
      passed.activations[0] as Tensor,
      ...passed.parameters.flatMap((layer, index) =>
        (roles[index] ?? []).map((role) => layer[role as keyof LayerParameters] as Tensor),
      ),
    ];
    const wanted = await Promise.all(grads.map((gradient) => gradient.data()));
    const scale = Math.max(...wanted.map((values) => Math.max(...values.map(Math.abs))));
    const tolerance = { relative: 1e-4, absolute: 1e-5 * scale };
    for (const [index, tensor] of own.entries()) {
      const expected = wanted[index] ?? new Float32Array();
      const got = await ops.read(tensor);
      expect(deviations(got, [...expected], (i) => `${index}/${i}`, tolerance)).toEqual([]);
    }
  });

  it.each(activations.map((entry) => [entry.id, entry] as const))(
    '%s has its limits at ±Inf, keeps NaN, and stays finite elsewhere',
    async (id, activation) => {
      const inputs = special.filter((x) => Number.isNaN(x) || Math.abs(x) !== 90);
      const y = ops.upload(Float32Array.from(inputs), [inputs.length]);
      const h = activation.forward(ops, y, { ...defaultExperiment });
      const ones = ops.fill([inputs.length], 1);
      const slope = activation.backward(ops, ones, y, h, { ...defaultExperiment });
      const values = await ops.read(h);
      const slopes = await ops.read(slope);
      for (const [index, x] of inputs.entries()) {
        const label = `${id}(${x})`;
        const value = at(values, index);
        if (Number.isNaN(x)) {
          expect(value, label).toBe(Number.NaN);
          continue;
        }
        if (Number.isFinite(x) && Math.abs(x) < 1e30)
          expect(Number.isFinite(value), label).toBe(true);
        if (x === Number.POSITIVE_INFINITY) {
          expect(value, label).toBe('saturation' in activation ? 1 : x);
        }
        expect(Number.isNaN(value), label).toBe(false);
        expect(Number.isFinite(at(slopes, index)), `slope of ${label}`).toBe(true);
      }
    },
  );
});

describe('central differences', () => {
  it.each(networks)('%s: the gradient is the slope of the loss', async (_, settings) => {
    const ops = await openForTest('cpu');
    const { plan, parameters, lossOf, gradients } = build(ops, settings);
    const passed = stacked(ops, plan.layout, gradients().parameters);
    for (const [group, stack] of parameters.entries()) {
      const direction = normals(`direction ${group}`, sizeOf(stack.shape));
      const along = ops.upload(direction, stack.shape);
      const loss = async (distance: number) => {
        const moved = ops.add(stack, ops.mul(along, distance));
        const shifted = parameters.map((own, index) => (index === group ? moved : own));
        return at(await ops.read(lossOf(shifted).loss), 0);
      };
      const slopeOver = async (length: number) => {
        const distance = length / Math.sqrt(direction.length);
        return ((await loss(distance)) - (await loss(-distance))) / (2 * distance);
      };
      // A kink within the distance spoils a long one, rounding a short one.
      const slopes = [await slopeOver(2e-3), await slopeOver(3e-4)];
      const gradient = await ops.read(passed[group] as Tensor);
      const expected = gradient.reduce((sum, g, index) => sum + g * at(direction, index), 0);
      const scale = Math.hypot(...gradient) * Math.hypot(...direction);
      const errors = slopes.map((slope) => Math.abs(slope - expected));
      expect(Math.min(...errors)).toBeLessThan(0.02 * scale + 5e-4);
    }
  });
});
