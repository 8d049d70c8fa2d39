import type { Localized } from '../../base/localized';
import { type Evidence, type Finding, rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { isAlmostStopped, isWarmingUp, updateAtFullRate } from '../rate';
import { largestUpdate, updateBounds } from '../reading';
import { remedies } from '../remedies';

type Reason = keyof typeof texts;

/** No layer moves by a noticeable share of its weights. */
export const notMoving = rule({
  id: 'notMoving',
  find(evidence) {
    const { history, index, experiment } = evidence;
    const update = largestUpdate(evidence);
    if (!update || update.value >= updateBounds.notMoving) return null;
    const error = history.layerAt(index, 'gradZ', history.shape.depth);
    const reason = reasonOf(evidence, error);
    return {
      severity: reason === 'learned' || reason === 'warmingUp' ? 'info' : 'warning',
      ...texts[reason],
      evidence: [
        {
          en: '‖Δθ‖/‖θ‖ is {update} at most; about 0.001 is usual.',
          'zh-CN': '‖Δθ‖/‖θ‖ 最大为 {update}；通常约为 0.001。',
        },
        {
          en: 'Learning rate {rate}, ‖∂L/∂z‖ at the output {error}.',
          'zh-CN': '学习率 {rate}，输出层 ‖∂L/∂z‖ 为 {error}。',
        },
        ...(isWarmingUp(evidence) ? [rising] : []),
      ],
      places: {
        update: update.value,
        rate: history.at(index, 'learningRate'),
        until: experiment.warmUpSteps,
        error,
      },
      ...advice(evidence, reason),
    };
  },
});

function reasonOf(evidence: Evidence, error: number): Reason {
  if (error < updateBounds.notMoving) return 'learned';
  if (updateAtFullRate(evidence) < updateBounds.least) return 'tooSlow';
  if (isWarmingUp(evidence)) return 'warmingUp';
  return isAlmostStopped(evidence) ? 'stopped' : 'tooSlow';
}

function advice(evidence: Evidence, reason: Reason): Pick<Finding, 'fixes' | 'notHelping'> {
  const { steadyRate, fasterRate, adam } = remedies;
  const vain = [notHelping.clippingTooSmall, notHelping.l2];
  switch (reason) {
    case 'tooSlow':
      return { fixes: fixesFor(evidence, [steadyRate, fasterRate, adam]), notHelping: vain };
    case 'stopped':
      return { fixes: fixesFor(evidence, [steadyRate]), notHelping: vain };
    default:
      return { fixes: [], notHelping: [] };
  }
}

const rising = {
  en: 'Warm-up raises the learning rate until step {until}.',
  'zh-CN': '预热使学习率持续上升，直到第 {until} 步。',
};

const tooSmall = { en: 'Not moving: the steps are too small', 'zh-CN': '参数几乎不更新：步长过小' };

const texts = {
  learned: {
    title: { en: 'Not moving: no error is left', 'zh-CN': '参数不再更新：误差已为零' },
    cause: {
      en: 'The batch is fitted so well that almost no gradient is left.',
      'zh-CN': '该批数据已拟合得很好，几乎没有剩余梯度。',
    },
  },
  warmingUp: {
    title: {
      en: 'Not moving yet: the learning rate is still rising',
      'zh-CN': '尚未移动：学习率仍在上升',
    },
    cause: {
      en: 'Warm-up starts with tiny steps; at the full rate they are of a sound size.',
      'zh-CN': '预热从极小的步长开始；学习率达到设定值后步长合适。',
    },
  },
  stopped: {
    title: tooSmall,
    cause: {
      en: 'The schedule has taken the learning rate down to almost 0.',
      'zh-CN': '调度已将学习率降到接近 0。',
    },
  },
  tooSlow: {
    title: tooSmall,
    cause: {
      en: 'The learning rate of this step is too small for a gradient of this size.',
      'zh-CN': '相对于这样大小的梯度，这一步的学习率过小。',
    },
  },
} as const satisfies Record<string, { readonly title: Localized; readonly cause: Localized }>;
