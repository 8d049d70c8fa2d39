import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import type { Experiment } from '../../src/experiment/schema';

/** Parameters of one layer as tfjs variables would hold them. */
export interface TapeLayer {
  readonly weight: tf.Tensor;
  readonly bias?: tf.Tensor;
  readonly scale?: tf.Tensor;
  readonly shift?: tf.Tensor;
}

/** The activation functions in tfjs's own operations, which its tape can differentiate. */
const activations: Record<Experiment['activation'], (y: tf.Tensor, e: Experiment) => tf.Tensor> = {
  linear: (y) => y,
  relu: (y) => tf.relu(y),
  leakyRelu: (y, { negativeSlope }) => tf.leakyRelu(y, negativeSlope),
  elu: (y) => tf.elu(y),
  selu: (y) => tf.selu(y),
  gelu: (y) => tf.mul(y, tf.mul(0.5, tf.add(1, tf.erf(tf.mul(y, Math.SQRT1_2))))),
  silu: (y) => tf.mul(y, tf.sigmoid(y)),
  tanh: (y) => tf.tanh(y),
  sigmoid: (y) => tf.sigmoid(y),
};

/** The data loss of a network written with tfjs's documented operations alone. */
export function tapeLoss(
  experiment: Experiment,
  layers: readonly TapeLayer[],
  features: tf.Tensor,
  targets: tf.Tensor,
): tf.Scalar {
  const signal = layers.slice(0, -1).reduce((h, { weight, bias, scale, shift }) => {
    const product = tf.matMul(h, weightOf(experiment, weight, scale));
    const z = bias ? tf.add(product, bias) : product;
    const y = normalized(z, experiment, scale, shift);
    const branch = activations[experiment.activation](y, experiment);
    if (experiment.residual !== 'custom' || String(h.shape) !== String(z.shape)) return branch;
    const { residualSkip, residualBranch } = experiment;
    return tf.add(tf.mul(h, residualSkip), tf.mul(branch, residualBranch));
  }, features);
  const { weight, bias } = layers[layers.length - 1] as TapeLayer;
  const output = tf.add(tf.matMul(signal, weight), bias ?? 0);
  return experiment.loss === 'meanSquaredError'
    ? tf.losses.meanSquaredError(targets, output)
    : tf.losses.softmaxCrossEntropy(targets, output);
}

function weightOf({ normalization }: Experiment, weight: tf.Tensor, scale?: tf.Tensor): tf.Tensor {
  if (normalization !== 'weight' || !scale) return weight;
  return tf.mul(tf.div(weight, tf.norm(weight, 2, 0, true)), scale);
}

function normalized(
  z: tf.Tensor,
  { normEpsilon, normalization }: Experiment,
  scale: tf.Tensor | undefined,
  shift: tf.Tensor | undefined,
): tf.Tensor {
  if (!scale || !shift) return z;
  if (normalization === 'rms') {
    const root = tf.sqrt(tf.add(tf.mean(tf.square(z), 1, true), normEpsilon));
    return tf.add(tf.mul(tf.div(z, root), scale), shift);
  }
  const { mean, variance } = tf.moments(z, normalization === 'batch' ? 0 : 1, true);
  const deviation = tf.sqrt(tf.add(variance, normEpsilon));
  return tf.add(tf.mul(tf.div(tf.sub(z, mean), deviation), scale), shift);
}
