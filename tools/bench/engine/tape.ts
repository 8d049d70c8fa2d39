import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import type { Contender, Measured, Start } from './contender';

/** Batch and initial weights of a start as tensors, with a zero for every activation whose gradient is wanted. */
function material({ batch, widths, weights }: Start) {
  const shapeOf = (layer: number): [number, number] => [widths[layer] ?? 1, widths[layer + 1] ?? 1];
  return {
    depth: weights.length,
    x: tf.tensor2d(batch.features, [batch.count, widths[0] ?? 1]),
    y: tf.tensor2d(batch.targets, [batch.count, widths.at(-1) ?? 1]),
    kernels: weights.map((values, layer) => tf.tensor2d(values, shapeOf(layer))),
    biases: weights.map((_, layer) => tf.zeros([shapeOf(layer)[1]])),
    probes: weights.map((_, layer) => tf.variable(tf.zeros([batch.count, shapeOf(layer)[1]]))),
  };
}

/** With the experiment's own constants: on WebGL tfjs would take an epsilon of 1e-4 where none is given. */
function optimizerOf({ experiment }: Start): tf.Optimizer {
  const { optimizer, learningRate, beta1, beta2, epsilon } = experiment;
  return optimizer === 'adam'
    ? tf.train.adam(learningRate, beta1, beta2, epsilon)
    : tf.train.sgd(learningRate);
}

/** The lean tape way: one tape per step, all norms in one tensor, one read-back. */
export function leanTape(start: Start): Contender {
  const { depth, x, y, probes, ...initial } = material(start);
  const kernels = initial.kernels.map((kernel) => tf.variable(kernel));
  const biases = initial.biases.map((bias) => tf.variable(bias));
  const measuredVariables = [...kernels, ...biases, ...probes];
  const trained = [...kernels, ...biases];
  const optimizer = optimizerOf(start);
  const activated = start.activation === 'relu' ? tf.relu : tf.tanh;
  const lossOf = () => {
    let h: tf.Tensor = x;
    for (let layer = 0; layer < depth; layer++) {
      const z = tf.add(tf.matMul(h, kernels[layer] as tf.Tensor), biases[layer] as tf.Tensor);
      h = tf.add(layer < depth - 1 ? activated(z) : z, probes[layer] as tf.Tensor);
    }
    return tf.mean(tf.squaredDifference(h, y)) as tf.Scalar;
  };
  return {
    async step() {
      const { value, grads } = tf.variableGrads(lossOf, measuredVariables);
      const squares = tf.tidy(() =>
        tf.stack([
          value,
          ...measuredVariables.map(({ name }) => tf.sum(tf.square(grads[name] as tf.Tensor))),
        ]),
      );
      optimizer.applyGradients(
        trained.map(({ name }) => ({ name, tensor: grads[name] as tf.Tensor })),
      );
      const [loss = 0, ...rest] = await squares.data();
      tf.dispose([value, grads, squares]);
      return measured(loss, rest.map(Math.sqrt), depth);
    },
    dispose() {
      tf.dispose([x, y, measuredVariables, initial.kernels, initial.biases]);
      optimizer.dispose();
    },
  };
}

/**
 * The naive way, as the documentation shows each part: a model of layers; gradients for the norms by
 * `variableGrads`, every norm read by itself with `dataSync`; and `trainOnBatch`, which trains.
 */
export function naive(start: Start): Contender {
  const { depth, x, y, kernels, biases, probes } = material(start);
  const model = tf.sequential();
  start.weights.forEach((_, layer) => {
    model.add(
      tf.layers.dense({
        units: start.widths[layer + 1] ?? 1,
        inputShape: [start.widths[layer] ?? 1],
        activation: layer < depth - 1 ? start.activation : 'linear',
      }),
    );
  });
  model.compile({ loss: 'meanSquaredError', optimizer: optimizerOf(start) });
  const variables = model.layers.map((layer, index) => {
    layer.setWeights([kernels[index] as tf.Tensor, biases[index] as tf.Tensor]);
    return layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
  });
  const measuredVariables = [
    ...variables.map(([kernel]) => kernel as tf.Variable),
    ...variables.map(([, bias]) => bias as tf.Variable),
    ...probes,
  ];
  const lossOf = () => {
    const output = model.layers.reduce<tf.Tensor>(
      (h, layer, index) => tf.add(layer.apply(h) as tf.Tensor, probes[index] as tf.Tensor),
      x,
    );
    return tf.losses.meanSquaredError(y, output) as tf.Scalar;
  };
  return {
    async step() {
      const { value, grads } = tf.variableGrads(lossOf, measuredVariables);
      const [loss = 0] = value.dataSync();
      const norms = measuredVariables.map(({ name }) => {
        const norm = tf.norm(grads[name] as tf.Tensor);
        const [found = 0] = norm.dataSync();
        norm.dispose();
        return found;
      });
      tf.dispose([value, grads]);
      await model.trainOnBatch(x, y);
      return measured(loss, norms, depth);
    },
    dispose() {
      tf.dispose([x, y, kernels, biases, probes]);
      model.dispose();
    },
  };
}

function measured(loss: number, norms: readonly number[], depth: number): Measured {
  return {
    loss,
    weights: norms.slice(0, depth),
    biases: norms.slice(depth, 2 * depth),
    activations: norms.slice(2 * depth, 3 * depth - 1),
  };
}
