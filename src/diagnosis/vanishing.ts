import type { Localized } from '../base/localized';
import { isOverFewSamples } from '../theory/limits';
import { isNormalized } from '../theory/variance';
import type { Evidence } from './finding';
import type { Remedy } from './fixes';
import { at, growthBounds, growthOf, stepOf } from './reading';
import { remedies } from './remedies';
import { isAlike } from './remedies/network';

/** Why a gradient vanishes, and what was measured to help. */
export interface Fading {
  readonly cause: Localized;
  readonly remedies: readonly Remedy[];
}

const { suitedWeights, drawnWeights, layerNormalization, batchNormalization, relu } = remedies;
const { rmsNormalization, scaledSkips, skipsBesideNormalization } = remedies;

/** Names the cause of a vanishing gradient. */
export function fadingOf(evidence: Evidence): Fading {
  const { experiment, history } = evidence;
  const began = growthOf(at(evidence, 0));
  const isTrained = history.at(0, 'step') === 0 && stepOf(evidence) > 0;
  if (experiment.activation === 'sigmoid') return sigmoid;
  if (isAlike(experiment)) return alike;
  if (isOverFewSamples(experiment)) return few;
  if (isTrained && began && began.total >= growthBounds.vanishing) return shrunk;
  if (isNormalized(experiment)) return narrow;
  return experiment.normalization === 'weight' ? lengths : small;
}

const sigmoid: Fading = {
  cause: {
    en: 'The slope of the sigmoid is 1/4 at most, so every layer makes the gradient smaller.',
    'zh-CN': 'sigmoid 的斜率不超过 1/4，每一层都使梯度变小。',
  },
  remedies: [batchNormalization, relu, scaledSkips],
};

const small: Fading = {
  cause: {
    en: 'The initial weights are too small for {activation}: every layer multiplies the gradient by a factor below 1, and the factors multiply.',
    'zh-CN': '初始权重对 {activation} 而言过小：每一层都将梯度乘以小于 1 的倍数，逐层相乘。',
  },
  remedies: [suitedWeights, layerNormalization, scaledSkips],
};

const lengths: Fading = {
  cause: {
    en: 'Weight normalization cancels the size of the weights; the length g that it gives them leaves a factor below 1 for {activation} in every layer.',
    'zh-CN':
      '权重归一化抵消了权重的大小，但它赋予的长度 g 对 {activation} 而言每层仍留下小于 1 的倍数。',
  },
  remedies: small.remedies,
};

const shrunk: Fading = {
  cause: {
    en: 'The network began steady; training itself has made weights or slopes so small.',
    'zh-CN': '网络起初平稳，是训练使权重或斜率变得过小。',
  },
  remedies: [layerNormalization, scaledSkips],
};

const narrow: Fading = {
  cause: {
    en: 'The normalization cancels the size of the weights; factors a little below 1 multiply over many layers.',
    'zh-CN': '归一化抵消了权重的大小；略小于 1 的倍数经许多层相乘后变得很小。',
  },
  remedies: [skipsBesideNormalization, scaledSkips],
};

const few: Fading = {
  cause: {
    en: 'Batch normalization over two or three samples: of two, each is normalized to +1 or −1 whatever comes in, and almost no gradient passes.',
    'zh-CN':
      '批归一化只在两三个样本上统计：若为两个，无论输入为何，归一化后总是 +1 与 −1，梯度几乎无法通过。',
  },
  remedies: [layerNormalization, rmsNormalization],
};

const alike: Fading = {
  cause: {
    en: 'All weights are equal, so the units of a layer are copies of each other, and what they are told to change cancels.',
    'zh-CN': '所有权重相同，同一层的单元互为副本，对它们的修正相互抵消。',
  },
  remedies: [suitedWeights, drawnWeights],
};
