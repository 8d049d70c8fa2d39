import { type CodeOf, code, pythonAnd } from '../code';
import type { formats } from '.';

/**
 * Each number format: a function `rounded` of a signal, which rounds it on the way forward and its
 * gradient on the way back, `rounded_back` (`roundedBack`), which rounds the gradient alone, and
 * `to_float16` (`toFloat16`), which rounds numbers; '' where signals stay as they are.
 */
export const formatCode: CodeOf<(typeof formats)[number]['id']> = {
  float32: pythonAnd('', ''),
  float16: {
    torch: code`
      def to_float16(x):
          return x.half().float()


      def rounded(x):
          y = to_float16(x)
          if y.requires_grad:
              y.register_hook(to_float16)
          return y


      def rounded_back(x):
          x.register_hook(to_float16)
          return x
    `,
    keras: code`
      def to_float16(x):
          return tf.cast(tf.cast(x, tf.float16), tf.float32)


      @tf.custom_gradient
      def rounded(x):
          return to_float16(x), to_float16


      @tf.custom_gradient
      def rounded_back(x):
          return tf.identity(x), to_float16
    `,
    tfjs: code`
      /** The nearest float16, ties to even: float32 has 13 more significant bits. */
      function toFloat16(x) {
        const scaled = tf.mul(x, 2 ** 13 + 1);
        const normal = tf.sub(scaled, tf.sub(scaled, x));
        const subnormal = tf.sub(tf.add(x, 0.75), 0.75);
        const near = tf.where(tf.less(tf.abs(x), 2 ** -14), subnormal, normal);
        return tf.where(tf.less(tf.abs(x), 65520), near, tf.mul(x, Infinity));
      }

      const rounded = tf.customGrad((x) => ({ value: toFloat16(x), gradFunc: toFloat16 }));
      const roundedBack = tf.customGrad((x) => ({ value: tf.clone(x), gradFunc: toFloat16 }));
    `,
  },
};
