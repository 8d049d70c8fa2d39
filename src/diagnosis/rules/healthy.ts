import type { Localized } from '../../base/localized';
import type { Growth } from '../../history/growth';
import { rule } from '../finding';
import { growthOf, largestUpdate, updateBounds } from '../reading';

/** Factors per layer that leave a gradient about as it is. */
const steady = { least: 0.9, most: 1.1 } as const;

const isLevel = ({ perLayer }: Growth) => perLayer >= steady.least && perLayer <= steady.most;

const level: Localized = {
  en: 'The gradient keeps its size from layer to layer, and the steps suit the weights.',
  'zh-CN': '梯度逐层保持大小，步长与权重相称。',
};

const slanted: Localized = {
  en: 'The gradient changes by ×{total} over the hidden layers, which is little enough, and the steps suit the weights.',
  'zh-CN': '梯度经过全部隐藏层后变为 {total} 倍，变化不大；步长与权重相称。',
};

/** Gradients of about one size in every layer, and steps of a sound size. */
export const healthy = rule({
  id: 'healthy',
  find(evidence) {
    const update = largestUpdate(evidence);
    if (!update || update.value < updateBounds.least || update.value > updateBounds.most)
      return null;
    const growth = growthOf(evidence);
    return {
      severity: 'good',
      title: growth
        ? { en: 'Healthy: ×{perLayer} per layer', 'zh-CN': '健康：每层 ×{perLayer}' }
        : { en: 'Healthy', 'zh-CN': '健康' },
      evidence: [
        {
          en: '‖Δθ‖/‖θ‖ is {update} at most, at layer {layer}; 0.0001 to 0.01 is sound.',
          'zh-CN': '‖Δθ‖/‖θ‖ 最大为 {update}（第 {layer} 层）；0.0001 至 0.01 较为合适。',
        },
      ],
      cause: !growth || isLevel(growth) ? level : slanted,
      places: { ...growth, update: update.value, layer: update.layer },
      fixes: [],
      notHelping: [],
    };
  },
});
