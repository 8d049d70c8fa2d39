import { taskOf } from '../../experiment/data';
import { rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { largestUpdate, updateBounds } from '../reading';
import { remedies } from '../remedies';

const rate = {
  en: 'The learning rate is too large for a gradient of this size; growth per layer does not show it.',
  'zh-CN': '相对于这样大小的梯度，学习率过大；每层倍数看不出这一点。',
};

const targets = {
  en: 'Large targets make a large error, and so a gradient that is large in every layer alike; growth per layer does not show it.',
  'zh-CN': '目标过大导致误差过大，各层梯度同样变大；每层倍数看不出这一点。',
};

/** A layer moves by a large share of its weights in one step. */
export const stepTooLarge = rule({
  id: 'stepTooLarge',
  find(evidence) {
    const { experiment, history, index } = evidence;
    const update = largestUpdate(evidence);
    if (!update || update.value <= updateBounds.tooLarge) return null;
    const isScaled = taskOf(experiment).kind === 'regression' && experiment.targetScale > 1;
    return {
      severity: 'warning',
      title: {
        en: 'The step is too large: ×{update} of the weights of layer {layer}',
        'zh-CN': '步长过大：第 {layer} 层的更新为权重的 {update} 倍',
      },
      evidence: [
        {
          en: '‖Δθ‖/‖θ‖ = {update} at layer {layer}; about 0.001 is usual, above {bound} is too large.',
          'zh-CN': '第 {layer} 层 ‖Δθ‖/‖θ‖ = {update}；通常约为 0.001，超过 {bound} 即过大。',
        },
        {
          en: 'Learning rate {rate}, gradient norm {gradient}.',
          'zh-CN': '学习率 {rate}，梯度范数 {gradient}。',
        },
      ],
      cause: isScaled ? targets : rate,
      places: {
        update: update.value,
        layer: update.layer,
        bound: updateBounds.tooLarge,
        rate: history.at(index, 'learningRate'),
        gradient: history.at(index, 'gradNorm'),
      },
      fixes: fixesFor(evidence, [
        remedies.soundTargets,
        remedies.slowerRate,
        remedies.clipByGlobalNorm,
      ]),
      notHelping: [notHelping.l2, notHelping.momentum],
    };
  },
});
