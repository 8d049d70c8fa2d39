import { stagesOf } from '../../history/record';
import { type Evidence, rule } from '../finding';
import { at, stepOf } from '../reading';

/** Steps in a row from which a run counts as standing still. */
const least = 10;

/** Most steps counted. */
const most = 1000;

/** Every step is dropped because its gradient is not finite: the run goes on and nothing moves. */
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
        {
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

/** A dynamic loss scale drops steps on purpose until it is small enough. */
function isSearching({ experiment, history, index }: Evidence): boolean {
  return experiment.lossScaling === 'dynamic' && history.at(index, 'lossScale') > 1;
}

function droppedInARow(evidence: Evidence): number {
  const records = Math.min(most, evidence.index + 1);
  let count = 0;
  while (count < records && isDropped(at(evidence, evidence.index - count))) count++;
  return count;
}

/** The last stage is the change of all parameters. */
function isDropped({ history, index }: Evidence): boolean {
  const last = stagesOf(history.shapeAt(index)).at(-1);
  const isMoving = last === undefined || history.at(index, `after:${last}`) !== 0;
  return !isMoving && !Number.isFinite(history.at(index, 'gradNorm'));
}
