import { type CodeOf, code, pythonAnd } from '../code';
import type { optimizers } from '.';

/**
 * Each optimizer as the body of a function of `gradient`, `state` (its own, empty at first), `rate` and
 * `step` (0 at the first) that returns the change of a parameter.
 */
export const optimizerCode: CodeOf<(typeof optimizers)[number]['id']> = {
  sgd: pythonAnd('return -rate * gradient', 'return tf.mul(gradient, -rate);'),
  momentum: pythonAnd(
    code`
      state['velocity'] = MOMENTUM * state.get('velocity', 0) + gradient
      return -rate * state['velocity']
    `,
    code`
      state.velocity = tf.keep(tf.add(tf.mul(state.velocity ?? 0, MOMENTUM), gradient));
      return tf.mul(state.velocity, -rate);
    `,
  ),
  nesterov: pythonAnd(
    code`
      state['velocity'] = MOMENTUM * state.get('velocity', 0) + gradient
      return -rate * (gradient + MOMENTUM * state['velocity'])
    `,
    code`
      state.velocity = tf.keep(tf.add(tf.mul(state.velocity ?? 0, MOMENTUM), gradient));
      return tf.mul(tf.add(gradient, tf.mul(state.velocity, MOMENTUM)), -rate);
    `,
  ),
  rmsprop: pythonAnd(
    code`
      state['square'] = RHO * state.get('square', 0) + (1 - RHO) * gradient**2
      return -rate * gradient / (state['square'] + EPSILON) ** 0.5
    `,
    code`
      const fresh = tf.mul(tf.square(gradient), 1 - RHO);
      state.square = tf.keep(tf.add(tf.mul(state.square ?? 0, RHO), fresh));
      return tf.div(tf.mul(gradient, -rate), tf.sqrt(tf.add(state.square, EPSILON)));
    `,
  ),
  adam: pythonAnd(
    code`
      state['mean'] = BETA1 * state.get('mean', 0) + (1 - BETA1) * gradient
      state['square'] = BETA2 * state.get('square', 0) + (1 - BETA2) * gradient**2
      root = (state['square'] / (1 - BETA2 ** (step + 1))) ** 0.5
      return -rate / (1 - BETA1 ** (step + 1)) * state['mean'] / (root + EPSILON)
    `,
    code`
      const square = tf.mul(tf.square(gradient), 1 - BETA2);
      state.mean = tf.keep(tf.add(tf.mul(state.mean ?? 0, BETA1), tf.mul(gradient, 1 - BETA1)));
      state.square = tf.keep(tf.add(tf.mul(state.square ?? 0, BETA2), square));
      const root = tf.sqrt(tf.div(state.square, 1 - BETA2 ** (step + 1)));
      const rise = tf.mul(state.mean, -rate / (1 - BETA1 ** (step + 1)));
      return tf.div(rise, tf.add(root, EPSILON));
    `,
  ),
};
