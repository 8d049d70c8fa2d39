import { type CodeOf, code, pythonAnd } from '../code';
import type { normalizations } from '.';

/**
 * Each normalization: a `Normalization` of the preactivation with `scale` and `shift` (a layer in Python, a
 * function of `z`, `scale` and `shift` in JavaScript), or a `WeightNormalized` dense layer, whose scale is
 * `INITIAL_SCALE` at first. Where a number
 * format rounds, `rounded_back` (`roundedBack`) rounds the gradient of its argument; elsewhere it is left out.
 */
export const normalizationCode: CodeOf<(typeof normalizations)[number]['id']> = {
  none: pythonAnd('', ''),
  batch: {
    torch: code`
      class Normalization(nn.Module):
          def __init__(self, width):
              super().__init__()
              self.scale = nn.Parameter(torch.ones(width))
              self.shift = nn.Parameter(torch.zeros(width))

          def forward(self, z):
              share = len(z) / total(torch.tensor(float(len(z)), device=z.device))
              centered = z - total(share * z.mean(0))
              variance = total(share * centered.square().mean(0))
              return centered / (variance + NORM_EPSILON).sqrt() * self.scale + self.shift
    `,
    keras: code`
      class Normalization(keras.layers.BatchNormalization):
          def __init__(self):
              super().__init__(epsilon=NORM_EPSILON, momentum=RUNNING_MOMENTUM)

          def call(self, z):
              return super().call(z, training=True)
    `,
    tfjs: code`
      function normalization(z, scale, shift) {
        const centered = tf.sub(z, tf.mean(z, 0, true));
        const variance = tf.mean(tf.square(centered), 0, true);
        const normalized = tf.div(centered, tf.sqrt(tf.add(variance, NORM_EPSILON)));
        return tf.add(tf.mul(normalized, scale), shift);
      }
    `,
  },
  layer: {
    torch: code`
      class Normalization(nn.Module):
          def __init__(self, width):
              super().__init__()
              self.scale = nn.Parameter(torch.ones(width))
              self.shift = nn.Parameter(torch.zeros(width))

          def forward(self, z):
              return F.layer_norm(z, z.shape[1:], self.scale, self.shift, NORM_EPSILON)
    `,
    keras: code`
      class Normalization(keras.layers.LayerNormalization):
          def __init__(self):
              super().__init__(epsilon=NORM_EPSILON)
    `,
    tfjs: code`
      function normalization(z, scale, shift) {
        const centered = tf.sub(z, tf.mean(z, 1, true));
        const variance = tf.mean(tf.square(centered), 1, true);
        const normalized = tf.div(centered, tf.sqrt(tf.add(variance, NORM_EPSILON)));
        return tf.add(tf.mul(normalized, scale), shift);
      }
    `,
  },
  rms: {
    torch: code`
      class Normalization(nn.Module):
          def __init__(self, width):
              super().__init__()
              self.scale = nn.Parameter(torch.ones(width))
              self.shift = nn.Parameter(torch.zeros(width))

          def forward(self, z):
              root = (z.square().mean(1, keepdim=True) + NORM_EPSILON).sqrt()
              return z / root * self.scale + self.shift
    `,
    keras: code`
      class Normalization(keras.layers.Layer):
          def build(self, shape):
              self.gamma = self.add_weight(shape=shape[1:], initializer='ones')
              self.beta = self.add_weight(shape=shape[1:], initializer='zeros')

          def call(self, z):
              root = ops.sqrt(ops.mean(ops.square(z), axis=1, keepdims=True) + NORM_EPSILON)
              return z / root * self.gamma + self.beta
    `,
    tfjs: code`
      function normalization(z, scale, shift) {
        const root = tf.sqrt(tf.add(tf.mean(tf.square(z), 1, true), NORM_EPSILON));
        return tf.add(tf.mul(tf.div(z, root), scale), shift);
      }
    `,
  },
  weight: {
    torch: code`
      class WeightNormalized(nn.Linear):
          def __init__(self, fan_in, fan_out):
              super().__init__(fan_in, fan_out)
              self.scale = nn.Parameter(INITIAL_SCALE * torch.ones(fan_out))

          def forward(self, h):
              lengths = self.weight.square().sum(1, keepdim=True).sqrt()
              weight = self.weight / lengths * self.scale[:, None]
              return F.linear(h, rounded_back(weight), self.bias)
    `,
    keras: code`
      class WeightNormalized(keras.layers.Dense):
          def build(self, shape):
              super().build(shape)
              self.scale = self.add_weight(
                  shape=(self.units,), initializer=keras.initializers.Constant(INITIAL_SCALE)
              )

          def call(self, h):
              lengths = ops.sqrt(ops.sum(ops.square(self.kernel), axis=0))
              weight = self.kernel / lengths * self.scale
              return ops.matmul(h, rounded_back(weight)) + self.bias
    `,
    tfjs: code`
      function weightNormalized(weight, scale) {
        const lengths = tf.sqrt(tf.sum(tf.square(weight), 0, true));
        const made = tf.mul(tf.div(weight, lengths), scale);
        return roundedBack(made);
      }
    `,
  },
};
