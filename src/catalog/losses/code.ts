import type { CodeOf } from '../code';
import type { losses } from '.';

/** Each loss as an expression: the mean over the batch of `output` against `target`, `[batch, outputs]`. */
export const lossCode: CodeOf<(typeof losses)[number]['id']> = {
  meanSquaredError: {
    torch: 'F.mse_loss(output, target)',
    keras: 'ops.mean(ops.square(output - target))',
    tfjs: 'tf.mean(tf.square(tf.sub(output, target)))',
  },
  softmaxCrossEntropy: {
    torch: 'F.cross_entropy(output, target.argmax(1))',
    keras: 'ops.mean(ops.categorical_crossentropy(target, output, from_logits=True))',
    tfjs: 'tf.losses.softmaxCrossEntropy(target, output)',
  },
};
