import type { Localized } from '../../base/localized';
import { entryOf } from '../../catalog/entry';
import { safeguards } from '../../catalog/safeguards';
import { evidenceOf } from '../../history/evidence';
import { stagesOf } from '../../history/record';
import { type Evidence, rule } from '../finding';
import { stepOf } from '../reading';

/** Every way to clip, in the order of the pipeline. */
const clips = ['clipByValue', 'clipByGlobalNorm', 'adaptiveGradientClipping'] as const;

/** What a clip leaves of a norm, above which it does not count as active. */
const leastEffect = 0.999;

interface Passage {
  readonly name: Localized;
  readonly before: number;
  readonly after: number;
}

/** A clip cuts the update; the gradient behind it is as large as it was. */
export const clippingActive = rule({
  id: 'clippingActive',
  find(evidence) {
    const { history, index } = evidence;
    const active = activeClips(evidence);
    const [first] = active;
    const last = active.at(-1);
    if (!first || !last) return null;
    return {
      severity: 'info',
      title: {
        en: 'Update capped at {after}; the gradient itself is still {gradient}',
        'zh-CN': '更新被限制在 {after}；梯度本身仍为 {gradient}',
      },
      evidence: [
        {
          en: '{clip}: norm {before} before, {after} after.',
          'zh-CN': '{clip}：裁剪前范数 {before}，裁剪后 {after}。',
        },
      ],
      cause: {
        en: 'Clipping keeps the step short and finite; it does not change the gradient that the layers pass on.',
        'zh-CN': '裁剪使步长有界且有限，但不改变各层之间传递的梯度。',
      },
      places: {
        clip: last.name,
        before: first.before,
        after: last.after,
        gradient: history.at(index, 'gradNorm'),
      },
      fixes: [],
      notHelping: [],
    };
  },
});

function activeClips(evidence: Evidence): readonly Passage[] {
  const { history, index } = evidence;
  const step = stepOf(evidence);
  const stages = stagesOf(history.shapeAt(index));
  return clips
    .filter((id) => stages.includes(id))
    .map((id) => {
      const { before = 0, after = 0 } = evidenceOf(history, index, id, step);
      return { name: entryOf(safeguards, id).name, before, after };
    })
    .filter(({ before, after }) => after >= 0 && after < leastEffect * before);
}
