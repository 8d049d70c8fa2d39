import { isDropped } from '../../history/evidence';
import { type Evidence, rule } from '../finding';
import { stepOf } from '../reading';

/** Steps in a row from which a run counts as standing still. */
const least = 10;

/** Most steps counted. */
const most = 1000;

/** Every step is dropped because it is not finite: the run goes on and nothing moves. */
export const skippedSteps = rule({
  id: 'skippedSteps',
  find(evidence) {
    if (isSearching(evidence)) return null;
    const count = droppedInARow(evidence);
    if (count < least) return null;
    return {
      severity: 'bad',
      title: {
        en: 'Every step is dropped: {count} in a row',
        'zh-CN': '每一步都被丢弃：已连续 {count} 步',
      },
      evidence: [
        hasGradient(evidence)
          ? {
              en: 'Step {step}: the gradient is finite, the update was not; it is 0 in every layer.',
              'zh-CN': '第 {step} 步：梯度有限而更新量非有限，各层更新均为 0。',
            }
          : {
              en: 'Step {step}: the gradient is not finite and the update is 0 in every layer.',
              'zh-CN': '第 {step} 步：梯度非有限，各层更新均为 0。',
            },
      ],
      cause: {
        en: 'Skipping keeps the weights finite, but the same weights make the same gradient again.',
        'zh-CN': '跳过使权重保持有限，但相同的权重又会得到同样的梯度。',
      },
      places: { count, step: stepOf(evidence) },
      fixes: [],
      notHelping: [],
    };
  },
});

/** A dynamic loss scale drops steps on purpose until it is small enough for the gradient. */
function isSearching(evidence: Evidence): boolean {
  const { experiment, history, index } = evidence;
  const isAbove = experiment.lossScaling === 'dynamic' && history.at(index, 'lossScale') > 1;
  return isAbove && !hasGradient(evidence);
}

function hasGradient({ history, index }: Evidence): boolean {
  return Number.isFinite(history.at(index, 'gradNorm'));
}

function droppedInARow({ history, index }: Evidence): number {
  const records = Math.min(most, index + 1);
  let count = 0;
  while (count < records && isDropped(history, index - count)) count++;
  return count;
}
