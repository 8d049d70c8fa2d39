import { rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { largestUpdate, updateBounds } from '../reading';
import { remedies } from '../remedies';

/** No layer moves by a noticeable share of its weights. */
export const notMoving = rule({
  id: 'notMoving',
  find(evidence) {
    const { history, index } = evidence;
    const update = largestUpdate(evidence);
    if (!update || update.value >= updateBounds.notMoving) return null;
    const error = history.layerAt(index, 'gradZ', history.shape.depth);
    const isLearned = error < updateBounds.notMoving;
    return {
      severity: isLearned ? 'info' : 'warning',
      title: isLearned
        ? { en: 'Not moving: no error is left', 'zh-CN': '参数不再更新：误差已为零' }
        : { en: 'Not moving: the steps are too small', 'zh-CN': '参数几乎不更新：步长过小' },
      evidence: [
        {
          en: '‖Δθ‖/‖θ‖ is {update} at most; about 0.001 is usual.',
          'zh-CN': '‖Δθ‖/‖θ‖ 最大为 {update}；通常约为 0.001。',
        },
        {
          en: 'Learning rate {rate}, ‖∂L/∂z‖ at the output {error}.',
          'zh-CN': '学习率 {rate}，输出层 ‖∂L/∂z‖ 为 {error}。',
        },
      ],
      cause: isLearned
        ? {
            en: 'The batch is fitted so well that almost no gradient is left.',
            'zh-CN': '该批数据已拟合得很好，几乎没有剩余梯度。',
          }
        : {
            en: 'The learning rate of this step is too small for a gradient of this size.',
            'zh-CN': '相对于这样大小的梯度，这一步的学习率过小。',
          },
      places: { update: update.value, rate: history.at(index, 'learningRate'), error },
      fixes: isLearned
        ? []
        : fixesFor(evidence, [remedies.steadyRate, remedies.fasterRate, remedies.adam]),
      notHelping: isLearned ? [] : [notHelping.clippingTooSmall, notHelping.l2],
    };
  },
});
