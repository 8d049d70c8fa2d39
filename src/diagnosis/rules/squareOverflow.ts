import { widthsOf } from '../../experiment/weights';
import { explosionOf } from '../explosion';
import { type Evidence, rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { gradientForOptimizer, measuredIn, namesOf } from '../reading';
import { shorterSteps } from '../stepTooFar';

/** Beyond it the square of a float32 is Inf. */
const limit = 1.8e19;

/** A gradient so large that the optimizer's g² is Inf, which makes the update 0. */
export const squareOverflow = rule({
  id: 'squareOverflow',
  find(evidence) {
    const { experiment, history } = evidence;
    if (experiment.optimizer !== 'adam' && experiment.optimizer !== 'rmsprop') return null;
    const overflowed = measuredIn(evidence, 'gradTheta')
      .map(({ layer }) => layer)
      .filter((layer) => isOverflowed(evidence, layer));
    if (overflowed.length === 0) return null;
    const { cause, remedies } = explosionOf(evidence);
    const norms = overflowed.map((layer) => gradientForOptimizer(evidence, layer));
    return {
      severity: 'bad',
      title: {
        en: '{optimizer}’s g² overflowed: its updates are 0',
        'zh-CN': '{optimizer} 的 g² 溢出：更新量为 0',
      },
      evidence: [
        {
          en: '{count} of {depth} layers: gradient norms of up to {largest}, components above {limit}.',
          'zh-CN': '{depth} 层中有 {count} 层：梯度范数高达 {largest}，有分量超过 {limit}。',
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
        largest: Math.max(...norms),
        limit,
      },
      fixes: shorterSteps(evidence) ?? fixesFor(evidence, remedies),
      notHelping: [notHelping.learningRate, notHelping.l2],
    };
  },
});

/**
 * The largest component lies between the norm over the root of the number of parameters and the norm:
 * it counts where the lower bound is past the limit, or the layer stands still.
 */
function isOverflowed(evidence: Evidence, layer: number): boolean {
  const norm = gradientForOptimizer(evidence, layer);
  if (!(norm > limit)) return false;
  const widths = widthsOf(evidence.experiment);
  const parameters = ((widths[layer - 1] ?? 1) + 1) * (widths[layer] ?? 1);
  const stands = evidence.history.layerAt(evidence.index, 'after:optimizer', layer) === 0;
  return stands || norm / Math.sqrt(parameters) > limit;
}
