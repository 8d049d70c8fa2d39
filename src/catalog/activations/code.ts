import { type CodeOf, pythonAnd } from '../code';
import type { activations } from '.';

/** Each activation function as an expression of its input `y`. */
export const activationCode: CodeOf<(typeof activations)[number]['id']> = {
  linear: { torch: 'y', keras: 'y', tfjs: 'y' },
  relu: { torch: 'F.relu(y)', keras: 'ops.relu(y)', tfjs: 'tf.relu(y)' },
  leakyRelu: {
    torch: 'F.leaky_relu(y, NEGATIVE_SLOPE)',
    keras: 'ops.leaky_relu(y, NEGATIVE_SLOPE)',
    tfjs: 'tf.leakyRelu(y, NEGATIVE_SLOPE)',
  },
  elu: { torch: 'F.elu(y)', keras: 'ops.elu(y)', tfjs: 'tf.elu(y)' },
  selu: { torch: 'F.selu(y)', keras: 'ops.selu(y)', tfjs: 'tf.selu(y)' },
  gelu: {
    torch: 'F.gelu(y)',
    keras: 'ops.gelu(y, approximate=False)',
    tfjs: 'tf.mul(y, tf.mul(0.5, tf.add(1, tf.erf(tf.mul(y, Math.SQRT1_2)))))',
  },
  silu: { torch: 'F.silu(y)', keras: 'ops.silu(y)', tfjs: 'tf.mul(y, tf.sigmoid(y))' },
  tanh: { torch: 'torch.tanh(y)', keras: 'ops.tanh(y)', tfjs: 'tf.tanh(y)' },
  sigmoid: { torch: 'torch.sigmoid(y)', keras: 'ops.sigmoid(y)', tfjs: 'tf.sigmoid(y)' },
};

/**
 * The slope of an activation function as an expression of its input `y` and its output `h`, where the page
 * takes it from the output: in a number format that rounds, from the rounded one.
 */
export const outputSlopeCode: CodeOf<(typeof activations)[number]['id']> = {
  tanh: { torch: '1 - h.square()', keras: '1 - tf.square(h)', tfjs: 'tf.sub(1, tf.square(h))' },
  sigmoid: pythonAnd('h * (1 - h)', 'tf.mul(h, tf.sub(1, h))'),
};
