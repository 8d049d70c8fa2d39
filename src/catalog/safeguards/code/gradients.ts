import { code, pythonAnd } from '../../code';

/**
 * Safeguards on every gradient alike, as whole functions of `gradients` and `parameters`: by layer, then by
 * parameter, the weight first. They return new gradients. `peak` is the largest magnitude, 1 for zeros.
 */
export const gradientCode = {
  centralization: {
    torch: code`
      def centralization(gradients, parameters):
          def centered(g):
              return g - g.mean(1, keepdim=True) if g.dim() == 2 else g

          return [[centered(g) for g in layer] for layer in gradients]
    `,
    keras: code`
      def centralization(gradients, parameters):
          def centered(g):
              return g - ops.mean(g, axis=0, keepdims=True) if g.ndim == 2 else g

          return [[centered(g) for g in layer] for layer in gradients]
    `,
    tfjs: code`
      function centralization(gradients) {
        const centered = (g) => (g.rank === 2 ? tf.sub(g, tf.mean(g, 0, true)) : g);
        return gradients.map((layer) => layer.map(centered));
      }
    `,
  },
  standardization: {
    torch: code`
      def standardization(gradients, parameters):
          def standard(g):
              largest = peak(g)
              g = g / largest
              if g.dim() == 2:
                  g = g - g.mean()
              return g / (g.square().mean().sqrt() + 1e-8 / largest)

          return [[standard(g) for g in layer] for layer in gradients]
    `,
    keras: code`
      def standardization(gradients, parameters):
          def standard(g):
              largest = peak(g)
              g = g / largest
              if g.ndim == 2:
                  g = g - ops.mean(g)
              return g / (ops.sqrt(ops.mean(ops.square(g))) + 1e-8 / largest)

          return [[standard(g) for g in layer] for layer in gradients]
    `,
    tfjs: code`
      function standardization(gradients) {
        const standard = (g) => {
          const largest = peak(g);
          const scaled = tf.div(g, largest);
          const centered = g.rank === 2 ? tf.sub(scaled, tf.mean(scaled)) : scaled;
          const deviation = tf.sqrt(tf.mean(tf.square(centered)));
          return tf.div(centered, tf.add(deviation, 1e-8 / largest));
        };
        return gradients.map((layer) => layer.map(standard));
      }
    `,
  },
  clipByValue: {
    torch: code`
      def clip_by_value(gradients, parameters):
          return [[g.clamp(-CLIP_VALUE, CLIP_VALUE) for g in layer] for layer in gradients]
    `,
    keras: code`
      def clip_by_value(gradients, parameters):
          return [[ops.clip(g, -CLIP_VALUE, CLIP_VALUE) for g in layer] for layer in gradients]
    `,
    tfjs: code`
      function clipByValue(gradients) {
        return gradients.map((layer) => layer.map((g) => tf.clipByValue(g, -CLIP_VALUE, CLIP_VALUE)));
      }
    `,
  },
  clipByGlobalNorm: pythonAnd(
    code`
      def clip_by_global_norm(gradients, parameters):
          largest = peak(*(g for layer in gradients for g in layer))
          scaled = [[g / largest for g in layer] for layer in gradients]
          length = norm(*(g for layer in scaled for g in layer))
          factor = min(largest, CLIP_NORM / max(1, length))
          return [[g * factor for g in layer] for layer in scaled]
    `,
    code`
      function clipByGlobalNorm(gradients) {
        const largest = peak(...gradients.flat());
        const scaled = gradients.map((layer) => layer.map((g) => tf.div(g, largest)));
        const factor = Math.min(largest, CLIP_NORM / Math.max(1, norm(...scaled.flat())));
        return scaled.map((layer) => layer.map((g) => tf.mul(g, factor)));
      }
    `,
  ),
};
