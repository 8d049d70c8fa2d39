import { absent } from '../../history/measures';
import { type Evidence, rule } from '../finding';
import { stepOf } from '../reading';

/** Steps over which a loss counts as flat. */
const span = 100;

/** The share of the mean loss of the earlier half by which that of the later must differ, to fall or to rise. */
const leastChange = 0.02;

/** An accuracy from which there is little left to learn. */
const learned = 0.95;

/** The share of the loss of the first record at which a regression has learned. */
const learnedLoss = 0.01;

const flat = {
  title: {
    en: 'Finite, not learning: the loss is flat over {span} steps',
    'zh-CN': '数值有限，但没有学会：损失在 {span} 步内没有下降',
  },
  cause: {
    en: 'No NaN does not mean that a network learns: the steps lead nowhere.',
    'zh-CN': '没有 NaN 并不代表网络在学习：这些更新没有带来进展。',
  },
} as const;

const rising = {
  title: {
    en: 'Finite, not learning: the loss is rising over {span} steps',
    'zh-CN': '数值有限，但没有学会：损失在 {span} 步内上升',
  },
  cause: {
    en: 'No NaN does not mean that a network learns: the steps lead uphill.',
    'zh-CN': '没有 NaN 并不代表网络在学习：这些更新反而使损失上升。',
  },
} as const;

/** The loss is finite and has not fallen over many steps. */
export const flatLoss = rule({
  id: 'flatLoss',
  find(evidence) {
    const { history, index } = evidence;
    const step = stepOf(evidence);
    if (step < span) return null;
    const start = history.indexOf(step - span + 1);
    const middle = history.indexOf(step - span / 2);
    const earlier = meanOf(evidence, 'loss', start, middle);
    const later = meanOf(evidence, 'loss', middle + 1, index);
    const isFlat = Number.isFinite(later) && later > (1 - leastChange) * earlier;
    if (!isFlat || hasLearned(evidence, middle + 1, later)) return null;
    return {
      severity: 'warning',
      ...(later > (1 + leastChange) * earlier ? rising : flat),
      evidence: [
        {
          en: 'Mean loss {earlier} in the first half of these steps, {later} in the second.',
          'zh-CN': '这些步的前一半平均损失为 {earlier}，后一半为 {later}。',
        },
      ],
      places: { span, earlier, later },
      fixes: [],
      notHelping: [],
    };
  },
});

function hasLearned(evidence: Evidence, from: number, loss: number): boolean {
  const { history, index } = evidence;
  if (history.at(index, 'accuracy') !== absent)
    return meanOf(evidence, 'accuracy', from, index) >= learned;
  return loss < learnedLoss * history.at(0, 'loss');
}

function meanOf(
  { history }: Evidence,
  measure: 'loss' | 'accuracy',
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let index = from; index <= to; index++) sum += history.at(index, measure);
  return sum / (to - from + 1);
}
