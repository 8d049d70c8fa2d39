import { rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { measuredIn, namesOf } from '../reading';
import { fadingOf } from '../vanishing';

/**
 * Hidden layers in which even the largest component of the gradient is below Adam's epsilon. An error at the output that
 * is itself that small has been learned rather than lost.
 */
export const belowEpsilon = rule({
  id: 'belowEpsilon',
  find(evidence) {
    const { experiment, history, index } = evidence;
    const { epsilon, optimizer } = experiment;
    const { depth } = history.shape;
    const error = history.layerAt(index, 'gradZ', depth);
    if (optimizer !== 'adam' || !(error > epsilon)) return null;
    const frozen = measuredIn(evidence, 'maxProcessed').filter(
      ({ layer, value }) => layer < depth && value < epsilon,
    );
    if (frozen.length === 0) return null;
    const { cause, remedies } = fadingOf(evidence);
    return {
      severity: 'bad',
      title: {
        en: 'Below Adam’s epsilon: {count} of {hidden} hidden {hidden|layer|layers} {count|is|are} frozen',
        'zh-CN': '低于 Adam 的 ε：{hidden} 个隐藏层中有 {count} 层冻结',
      },
      evidence: [
        {
          en: 'No component of their gradients is above {largest}; epsilon is {epsilon}, the error at the output {error}.',
          'zh-CN': '这些层的梯度分量均不超过 {largest}；ε 为 {epsilon}，输出层误差为 {error}。',
        },
        {
          en: 'Adam divides by the size of the gradient plus epsilon: far below epsilon the step is almost 0.',
          'zh-CN': 'Adam 除以“梯度大小 + ε”：梯度远小于 ε 时步长几乎为 0。',
        },
      ],
      cause,
      places: {
        ...namesOf(evidence),
        count: frozen.length,
        hidden: depth - 1,
        largest: Math.max(...frozen.map(({ value }) => value)),
        epsilon,
        error,
      },
      fixes: fixesFor(evidence, remedies),
      notHelping: [notHelping.learningRate, notHelping.clippingTooSmall],
    };
  },
});
