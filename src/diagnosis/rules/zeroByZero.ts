import { rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { brokenAt } from '../reading';
import { remedies } from '../remedies';

/** Weight normalization of weights that are all 0: 0/0, which is no overflow. */
export const zeroByZero = rule({
  id: 'zeroByZero',
  find(evidence) {
    const { experiment, history, index } = evidence;
    const broken = experiment.normalization === 'weight' ? brokenAt(evidence) : null;
    if (!broken || history.layerAt(index, 'weight', broken.layer) !== 0) return null;
    return {
      severity: 'bad',
      title: {
        en: 'NaN at layer {layer}: 0 divided by 0',
        'zh-CN': '第 {layer} 层出现 NaN：0 除以 0',
      },
      evidence: [{ en: '‖W‖ of layer {layer}: 0', 'zh-CN': '第 {layer} 层 ‖W‖：0' }],
      cause: {
        en: 'Weight normalization divides the weights of a unit by their norm, and they are all 0.',
        'zh-CN': '权重归一化将单元的权重除以其范数，而这些权重全为 0。',
      },
      places: { layer: broken.layer },
      fixes: fixesFor(evidence, [remedies.drawnWeights]),
      notHelping: [notHelping.clippingTooLate, notHelping.skipNonFinite],
    };
  },
});
