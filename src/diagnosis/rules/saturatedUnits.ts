import { rule } from '../finding';
import { fixesFor } from '../fixes';
import { largestOf, measuredIn, namesOf } from '../reading';
import { remedies } from '../remedies';

/** Shares of saturated outputs of a layer. */
const bounds = { warning: 0.2, bad: 0.4 } as const;

/** Layers whose outputs lie at the bounds of the activation function, where its slope is almost 0. */
export const saturatedUnits = rule({
  id: 'saturatedUnits',
  find(evidence) {
    const saturated = measuredIn(evidence, 'saturated').filter(
      ({ value }) => value > bounds.warning,
    );
    const worst = largestOf(saturated);
    if (!worst) return null;
    return {
      severity: worst.value > bounds.bad ? 'bad' : 'warning',
      title: {
        en: 'Saturated: {percent} % of layer {layer}',
        'zh-CN': '饱和：第 {layer} 层的 {percent} %',
      },
      evidence: [
        {
          en: '{count} {count|layer is|layers are} over 20 %; over 40 % is bad.',
          'zh-CN': '有 {count} 层超过 20 %；超过 40 % 即为严重。',
        },
      ],
      cause: {
        en: 'The inputs of {activation} are so large that its output hardly changes with them.',
        'zh-CN': '{activation} 的输入过大，输出几乎不随之变化。',
      },
      places: {
        ...namesOf(evidence),
        count: saturated.length,
        layer: worst.layer,
        percent: Math.round(100 * worst.value),
      },
      fixes: fixesFor(evidence, [remedies.suitedWeights, remedies.layerNormalization]),
      notHelping: [],
    };
  },
});
