import type { Localized } from '../../base/localized';
import { entryOf } from '../../catalog/entry';
import { optimizers } from '../../catalog/optimizers';
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

/** A clip shortens the gradient for the optimizer; the gradient behind it is as large as it was. */
export const clippingActive = rule({
  id: 'clippingActive',
  find(evidence) {
    const { history, index } = evidence;
    const active = activeClips(evidence);
    const [first] = active;
    const last = active.at(-1);
    if (!first || !last) return null;
    const rescaler = rescalerOf(evidence);
    return {
      severity: 'info',
      title: rescaler ? titles.rescaled : titles.capped,
      evidence: [
        {
          en: '{clip}: norm {before} before, {after} after.',
          'zh-CN': '{clip}：裁剪前范数 {before}，裁剪后 {after}。',
        },
      ],
      cause: rescaler ? causes.rescaled : causes.capped,
      places: {
        clip: last.name,
        before: first.before,
        after: last.after,
        gradient: history.at(index, 'gradNorm'),
        ...(rescaler && { rescaler }),
      },
      fixes: [],
      notHelping: [],
    };
  },
});

const titles = {
  capped: {
    en: 'Gradient for the optimizer capped at {after}; the gradient itself is still {gradient}',
    'zh-CN': '传给优化器的梯度被限制在 {after}；梯度本身仍为 {gradient}',
  },
  rescaled: {
    en: 'Gradient capped at {after} for {rescaler}, which rescales it again; the gradient itself is still {gradient}',
    'zh-CN': '梯度被限制在 {after}，随后又由 {rescaler} 重新缩放；梯度本身仍为 {gradient}',
  },
} as const;

const causes = {
  capped: {
    en: 'Clipping keeps the step short and finite; it does not change the gradient that the layers pass on.',
    'zh-CN': '裁剪使步长有界且有限，但不改变各层之间传递的梯度。',
  },
  rescaled: {
    en: '{rescaler} sets the size of the step itself, so a lasting cap hardly shortens it; nor does it change the gradient that the layers pass on.',
    'zh-CN': '步长由 {rescaler} 自行决定，持续裁剪几乎不缩短它，也不改变各层之间传递的梯度。',
  },
} as const;

/** What gives the gradient a size of its own after it is clipped, if anything does. */
function rescalerOf({ experiment }: Evidence): Localized | null {
  const { optimizer, layerwiseScaling, meanMagnitude } = experiment;
  if (layerwiseScaling) return entryOf(safeguards, 'layerwiseScaling').name;
  if (meanMagnitude) return entryOf(safeguards, 'meanMagnitude').name;
  const divides = optimizer === 'adam' || optimizer === 'rmsprop';
  return divides ? entryOf(optimizers, optimizer).name : null;
}

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
