import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomStream } from '../../src/base/random';
import { entryOf } from '../../src/catalog/entry';
import { optimizers } from '../../src/catalog/optimizers';
import { layoutOf } from '../../src/engine/layout';
import { defaultExperiment, type Experiment } from '../../src/experiment/schema';
import type { Ops, Tensor } from '../../src/ops/ops';
import type { Stacks } from '../../src/ops/parameters';
import { backends, openForTest } from '../support/backends';
import { deviations } from '../support/numbers';

const settings: Experiment = {
  ...defaultExperiment,
  learningRate: 0.02,
  momentum: 0.8,
  rho: 0.85,
  epsilon: 1e-5,
  beta1: 0.7,
  beta2: 0.95,
};
const { learningRate, momentum, rho, epsilon, beta1, beta2 } = settings;

/** tfjs's own optimizers, with the same constants. */
const theirs: Record<Experiment['optimizer'], () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(learningRate),
  momentum: () => tf.train.momentum(learningRate, momentum),
  nesterov: () => tf.train.momentum(learningRate, momentum, true),
  rmsprop: () => tf.train.rmsprop(learningRate, rho, 0, epsilon),
  adam: () => tf.train.adam(learningRate, beta1, beta2, epsilon),
};

const layout = layoutOf([4, 5, 5, 2], { bias: true, scale: false, shift: false });

describe.each(backends)('on %s', (backend) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await openForTest(backend);
  });

  const draw = (name: string): Stacks =>
    layout.map(({ layers, shape }, group) => {
      const stream = randomStream(5, name, group);
      const full = [layers.length, ...shape];
      const count = full.reduce((product, length) => product * length, 1);
      return ops.upload(
        Float32Array.from({ length: count }, () => stream.normal()),
        full,
      );
    });

  it.each(optimizers.map(({ id }) => id))('%s moves as tfjs’s own does', async (id) => {
    const own = entryOf(optimizers, id);
    const their = theirs[id]();
    let parameters = draw('parameters');
    let state = own.init(ops, parameters);
    const copies = (stacks: Stacks) =>
      Promise.all(stacks.map(async (x) => tf.tensor(await ops.read(x), [...x.shape])));
    const variables = (await copies(parameters)).map((values) => tf.variable(values));
    const named = (gradients: readonly tf.Tensor[]) =>
      Object.fromEntries(variables.map(({ name }, group) => [name, gradients[group] as tf.Tensor]));
    for (let step = 0; step < 5; step++) {
      const gradients = draw(`gradients ${step}`);
      const made = own.update(ops, gradients, state, { layout, parameters, step, settings });
      parameters = parameters.map((values, group) => ops.add(values, made.gradients[group] ?? 0));
      state = made.state;
      their.applyGradients(named(await copies(gradients)));
    }
    for (const [group, variable] of variables.entries()) {
      const expected = await variable.data();
      const got = await ops.read(parameters[group] as Tensor);
      const tolerance = { relative: 1e-5, absolute: 2e-6 };
      expect(deviations(got, [...expected], (index) => `${group}/${index}`, tolerance)).toEqual([]);
      variable.dispose();
    }
  });
});
