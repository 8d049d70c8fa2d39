import { rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { growthBounds, growthOf, namesOf } from '../reading';
import { shorterSteps } from '../stepTooFar';
import { fadingOf } from '../vanishing';

/** The gradient shrinks below the bound from the last hidden layer to the first. */
export const vanishing = rule({
  id: 'vanishing',
  find(evidence) {
    const growth = growthOf(evidence);
    if (!growth || growth.total >= growthBounds.vanishing) return null;
    const { history, index } = evidence;
    const { cause, remedies } = fadingOf(evidence);
    const last = history.shape.depth - 1;
    return {
      severity: 'bad',
      title: {
        en: 'Vanishing: ×{perLayer} per layer',
        'zh-CN': '梯度消失：每层 ×{perLayer}',
      },
      evidence: [
        {
          en: '‖∂L/∂h‖ falls from {end} at layer {last} to {start} at layer 1.',
          'zh-CN': '‖∂L/∂h‖ 从第 {last} 层的 {end} 降到第 1 层的 {start}。',
        },
      ],
      cause,
      places: {
        ...namesOf(evidence),
        ...growth,
        last,
        start: history.layerAt(index, 'gradH', 1),
        end: history.layerAt(index, 'gradH', last),
      },
      fixes: shorterSteps(evidence) ?? fixesFor(evidence, remedies),
      notHelping: [notHelping.learningRate, notHelping.clippingTooSmall, notHelping.l2],
    };
  },
});
