import { float32 } from '../../catalog/formats/float32';
import { explosionOf } from '../explosion';
import { rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { measuredIn, namesOf } from '../reading';
import { shorterSteps } from '../stepTooFar';

/** Beyond it the square of a float32 is Inf; optimizers compute in float32. */
const limit = Math.sqrt(float32.largest);

/** A gradient so large that the optimizer's g² is Inf, which makes the update 0. */
export const squareOverflow = rule({
  id: 'squareOverflow',
  find(evidence) {
    const { experiment, history } = evidence;
    if (experiment.optimizer !== 'adam' && experiment.optimizer !== 'rmsprop') return null;
    const overflowed = measuredIn(evidence, 'maxProcessed').filter(({ value }) => value > limit);
    if (overflowed.length === 0) return null;
    const { cause, remedies } = explosionOf(evidence);
    return {
      severity: 'bad',
      title: {
        en: '{optimizer}’s g² overflowed: its updates are 0',
        'zh-CN': '{optimizer} 的 g² 溢出：更新量为 0',
      },
      evidence: [
        {
          en: '{count} of {depth} layers get gradient components above {limit}, up to {largest}.',
          'zh-CN': '{depth} 层中有 {count} 层的梯度分量超过 {limit}，最大为 {largest}。',
        },
        {
          en: 'g/√Inf is 0: the loss freezes without a NaN.',
          'zh-CN': 'g/√Inf 为 0：损失不再变化，却不出现 NaN。',
        },
      ],
      cause,
      places: {
        ...namesOf(evidence),
        count: overflowed.length,
        depth: history.shape.depth,
        largest: Math.max(...overflowed.map(({ value }) => value)),
        limit,
      },
      fixes: shorterSteps(evidence) ?? fixesFor(evidence, remedies),
      notHelping: [notHelping.learningRate, notHelping.l2],
    };
  },
});
