import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import type { Contender, Measured, Start } from './contender';

/** A ReLU network of tfjs variables, with a zero added to every activation whose gradient is wanted. */
function network({ experiment, batch, widths, weights }: Start) {
  const depth = weights.length;
  const x = tf.tensor2d(batch.features, [batch.count, widths[0] ?? 1]);
  const y = tf.tensor2d(batch.targets, [batch.count, widths[depth] ?? 1]);
  const kernels = weights.map((values, layer) =>
    tf.variable(tf.tensor2d(values, [widths[layer] ?? 1, widths[layer + 1] ?? 1])),
  );
  const biases = weights.map((_, layer) => tf.variable(tf.zeros([widths[layer + 1] ?? 1])));
  const probes = weights.map((_, layer) =>
    tf.variable(tf.zeros([batch.count, widths[layer + 1] ?? 1])),
  );
  const lossOf = () => {
    let h: tf.Tensor = x;
    weights.forEach((_, layer) => {
      const z = tf.add(
        tf.matMul(h as tf.Tensor2D, kernels[layer] as tf.Tensor2D),
        biases[layer] as tf.Tensor,
      );
      h = tf.add(layer < depth - 1 ? tf.relu(z) : z, probes[layer] as tf.Tensor);
    });
    return tf.losses.meanSquaredError(y, h) as tf.Scalar;
  };
  const optimizer =
    experiment.optimizer === 'adam'
      ? tf.train.adam(experiment.learningRate)
      : tf.train.sgd(experiment.learningRate);
  const variables = [...kernels, ...biases, ...probes];
  const gradients = () => tf.variableGrads(lossOf, variables);
  const apply = (grads: tf.NamedTensorMap) => {
    const own = [...kernels, ...biases].map(
      ({ name }) => [name, grads[name] as tf.Tensor] as const,
    );
    optimizer.applyGradients(own.map(([name, tensor]) => ({ name, tensor })));
  };
  return { kernels, biases, probes, gradients, apply, variables, x, y, optimizer };
}

function disposing({ variables, x, y, optimizer }: ReturnType<typeof network>) {
  return () => {
    tf.dispose([variables, x, y]);
    optimizer.dispose();
  };
}

/** The lean tape way: one tape per step, all norms in one tensor, one read-back. */
export function leanTape(start: Start): Contender {
  const net = network(start);
  return {
    async step() {
      const { value, grads } = net.gradients();
      const norms = tf.tidy(() =>
        tf.stack([
          value,
          ...[...net.kernels, ...net.biases, ...net.probes].map(({ name }) =>
            tf.norm(grads[name] as tf.Tensor),
          ),
        ]),
      );
      net.apply(grads);
      const [loss = 0, ...rest] = await norms.data();
      tf.dispose([value, grads, norms]);
      return measured(loss, rest, net.kernels.length);
    },
    dispose: disposing(net),
  };
}

/**
 * The naive way, as the documentation shows each part: gradients for the norms by `variableGrads`, every
 * norm read by itself with `dataSync`, and a second pass of `minimize` that trains.
 */
export function naive(start: Start): Contender {
  const net = network(start);
  const trained = [...net.kernels, ...net.biases];
  const { experiment, widths, weights } = start;
  const model = tf.sequential();
  weights.forEach((_, layer) => {
    model.add(
      tf.layers.dense({
        units: widths[layer + 1] ?? 1,
        inputShape: [widths[layer] ?? 1],
        activation: layer < weights.length - 1 ? 'relu' : 'linear',
      }),
    );
  });
  model.compile({
    loss: 'meanSquaredError',
    optimizer:
      experiment.optimizer === 'adam'
        ? tf.train.adam(experiment.learningRate)
        : tf.train.sgd(experiment.learningRate),
  });
  const copy = (to: readonly tf.Variable[], from: readonly tf.Tensor[]) => {
    for (const [index, variable] of to.entries()) variable.assign(from[index] as tf.Tensor);
  };
  const modelVariables = () =>
    model.layers.map((layer) =>
      layer.trainableWeights.map((weight) => weight.read() as tf.Variable),
    );
  model.layers.forEach((layer, index) => {
    layer.setWeights([net.kernels[index] as tf.Tensor, net.biases[index] as tf.Tensor]);
  });
  return {
    async step() {
      const { value, grads } = net.gradients();
      const loss = value.dataSync()[0] ?? 0;
      const norms = [...net.kernels, ...net.biases, ...net.probes].map(({ name }) => {
        const norm = tf.norm(grads[name] as tf.Tensor);
        const [found = 0] = norm.dataSync();
        norm.dispose();
        return found;
      });
      tf.dispose([value, grads]);
      await model.trainOnBatch(net.x, net.y);
      const layers = modelVariables();
      copy(trained, [
        ...layers.map(([kernel]) => kernel as tf.Tensor),
        ...layers.map(([, bias]) => bias as tf.Tensor),
      ]);
      return measured(loss, norms, net.kernels.length);
    },
    dispose() {
      model.dispose();
      disposing(net)();
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
