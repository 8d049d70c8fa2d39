import { at } from '../../base/at';
import { loss } from './loss';

/** Mean over the batch of `−log softmax(output)` at the true class, from logits. */
export const softmaxCrossEntropy = loss({
  id: 'softmaxCrossEntropy',
  name: { en: 'Cross-entropy', 'zh-CN': '交叉熵' },
  summary: {
    en: 'On the softmax of the outputs. Its gradient there is bounded by 1, however wrong the network is.',
    'zh-CN': '作用于输出的 softmax。无论网络错得多离谱，输出端的梯度都不超过 1。',
  },
  formula: String.raw`L=-\frac1B\sum_b\log\frac{e^{z_{b,y_b}}}{\sum_k e^{z_{bk}}}`,
  source: {
    authors: 'J. S. Bridle',
    year: 1990,
    title:
      'Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to Statistical Pattern Recognition',
  },
  fields: {},
  needsClasses: true,
  evaluate(ops, output, target) {
    const batch = at(output.shape, 0, 'axis');
    const shifted = ops.sub(output, ops.max(output));
    const exponentials = ops.exp(shifted);
    const total = ops.sum(exponentials, [1], true);
    const logProbabilities = ops.sub(shifted, ops.log(total));
    const chosen = ops.where(ops.less(0, target), logProbabilities, 0);
    return {
      loss: ops.mul(ops.sum(chosen), -1 / batch),
      gradient: ops.mul(ops.sub(ops.div(exponentials, total), target), 1 / batch),
    };
  },
});
