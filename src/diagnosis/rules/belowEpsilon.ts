import { rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { gradientForOptimizer, hiddenLayers, namesOf } from '../reading';
import { fadingOf } from '../vanishing';

/**
 * Layers whose whole gradient is below Adam's epsilon, so that its largest component is too. An error
 * at the output that is itself that small has been learned rather than lost.
 */
export const belowEpsilon = rule({
  id: 'belowEpsilon',
  find(evidence) {
    const { experiment, history, index } = evidence;
    const { epsilon, optimizer } = experiment;
    const error = history.layerAt(index, 'gradZ', history.shape.depth);
    if (optimizer !== 'adam' || !(error > epsilon)) return null;
    const hidden = hiddenLayers(evidence);
    const norms = hidden.map((layer) => gradientForOptimizer(evidence, layer));
    const frozen = norms.filter((norm) => norm >= 0 && norm < epsilon);
    if (frozen.length === 0) return null;
    const { cause, remedies } = fadingOf(evidence);
    return {
      severity: 'bad',
      title: {
        en: 'Below Adam’s epsilon: {count} of {hidden} hidden layers are frozen',
        'zh-CN': '低于 Adam 的 ε：{hidden} 个隐藏层中有 {count} 层冻结',
      },
      evidence: [
        {
          en: 'Gradient norms from {smallest} up; epsilon is {epsilon}, the error at the output {error}.',
          'zh-CN': '梯度范数最小为 {smallest}；ε 为 {epsilon}，输出层误差为 {error}。',
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
        hidden: hidden.length,
        smallest: Math.min(...frozen),
        epsilon,
        error,
      },
      fixes: fixesFor(evidence, remedies),
      notHelping: [notHelping.learningRate, notHelping.clippingTooSmall],
    };
  },
});
