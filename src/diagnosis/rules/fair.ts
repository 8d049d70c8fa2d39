import type { Localized } from '../../base/localized';
import { type Evidence, rule } from '../finding';
import { fixesFor } from '../fixes';
import { isWarmingUp, updateAtFullRate } from '../rate';
import { growthOf, largestUpdate, updateBounds } from '../reading';
import { remedies } from '../remedies';

const titles = {
  fast: { en: 'Fair, the steps are a little large', 'zh-CN': '尚可，步长略大' },
  slow: { en: 'Fair, the steps are a little small', 'zh-CN': '尚可，步长略小' },
  unknown: { en: 'Nothing stands out', 'zh-CN': '未见异常' },
} as const;

const steady = {
  en: 'The gradient neither explodes nor vanishes.',
  'zh-CN': '梯度既未爆炸也未消失。',
};

const rising = {
  en: 'The gradient neither explodes nor vanishes, and warm-up raises the learning rate until step {until}.',
  'zh-CN': '梯度既未爆炸也未消失；预热使学习率持续上升，直到第 {until} 步。',
};

const lowered = {
  en: 'The gradient neither explodes nor vanishes, and the schedule has taken the learning rate down to {rate}.',
  'zh-CN': '梯度既未爆炸也未消失；调度已将学习率降到 {rate}。',
};

function causeOfSlowness(evidence: Evidence): Localized {
  if (isWarmingUp(evidence)) return rising;
  return updateAtFullRate(evidence) >= updateBounds.least ? lowered : steady;
}

/** Nothing is wrong, and the steps are a little large or small: the verdict where no other holds. */
export const fair = rule({
  id: 'fair',
  find(evidence) {
    const update = largestUpdate(evidence);
    const pace = !update ? 'unknown' : update.value > updateBounds.most ? 'fast' : 'slow';
    const measured = {
      en: '‖Δθ‖/‖θ‖ is {update} at most, at layer {layer}; 0.0001 to 0.01 is sound.',
      'zh-CN': '‖Δθ‖/‖θ‖ 最大为 {update}（第 {layer} 层）；0.0001 至 0.01 较为合适。',
    };
    return {
      severity: 'info',
      title: titles[pace],
      evidence: update ? [measured] : [],
      cause: pace === 'slow' ? causeOfSlowness(evidence) : steady,
      places: {
        ...growthOf(evidence),
        ...(update && { update: update.value, layer: update.layer }),
        until: evidence.experiment.warmUpSteps,
        rate: evidence.history.at(evidence.index, 'learningRate'),
      },
      fixes: fixesFor(evidence, [pace === 'fast' ? remedies.slowerRate : remedies.fasterRate]),
      notHelping: [],
    };
  },
});
