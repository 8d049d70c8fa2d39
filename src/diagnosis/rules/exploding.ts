import { geometricMean } from '../../base/geometricMean';
import type { Localized } from '../../base/localized';
import { factorsAt } from '../../history/factors';
import { explosionOf } from '../explosion';
import { type Evidence, rule } from '../finding';
import { fixesFor } from '../fixes';
import { growthBounds, growthOf, namesOf } from '../reading';
import { shorterSteps } from '../stepTooFar';

/** The gradient grows by more than the bound from the last hidden layer to the first. */
export const exploding = rule({
  id: 'exploding',
  find(evidence) {
    const growth = growthOf(evidence);
    if (!growth || growth.total <= growthBounds.exploding) return null;
    const { history, index } = evidence;
    const { cause, remedies, notHelping } = explosionOf(evidence);
    const factors = meanFactors(evidence);
    return {
      severity: 'bad',
      title: {
        en: 'Exploding: ×{perLayer} per layer',
        'zh-CN': '梯度爆炸：每层 ×{perLayer}',
      },
      evidence: [
        {
          en: '‖∂L/∂h‖ changes by ×{total} from layer {last} back to layer 1.',
          'zh-CN': '从第 {last} 层反传到第 1 层，‖∂L/∂h‖ 变为 {total} 倍。',
        },
        ...(factors ? [evidence.experiment.residual === 'none' ? twoFactors : threeFactors] : []),
        {
          en: 'Gradient norm ‖∂L/∂θ‖: {gradient}.',
          'zh-CN': '梯度范数 ‖∂L/∂θ‖：{gradient}。',
        },
      ],
      cause,
      places: {
        ...namesOf(evidence),
        ...growth,
        ...factors,
        last: history.shape.depth - 1,
        gradient: history.at(index, 'gradNorm'),
      },
      fixes: shorterSteps(evidence) ?? fixesFor(evidence, remedies),
      notHelping,
    };
  },
});

const twoFactors: Localized = {
  en: 'In a layer the weights make ×{weights} and the activation ×{slope}.',
  'zh-CN': '每层中权重贡献 ×{weights}，激活函数贡献 ×{slope}。',
};

const threeFactors: Localized = {
  en: 'In a layer the weights make ×{weights}, the activation ×{slope} and skips ×{skip}.',
  'zh-CN': '每层中权重贡献 ×{weights}，激活函数贡献 ×{slope}，跳跃连接贡献 ×{skip}。',
};

/** Geometric means of the factors between the last hidden layer and the first, of the layers that pass something on; null where none does. */
function meanFactors({ history, index }: Evidence) {
  const between = factorsAt(history, index)
    .slice(1, -1)
    .filter((factors) =>
      [factors.weights, factors.activation, factors.skip].every((one) => one > 0),
    );
  if (between.length === 0) return null;
  return {
    weights: geometricMean(between.map(({ weights }) => weights)),
    slope: geometricMean(between.map(({ activation }) => activation)),
    skip: geometricMean(between.map(({ skip }) => skip)),
  };
}
