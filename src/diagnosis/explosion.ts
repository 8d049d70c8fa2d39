import type { Localized } from '../base/localized';
import { entryOf } from '../catalog/entry';
import { residuals } from '../catalog/residuals';
import { isOverFewSamples } from '../theory/limits';
import { isNormalized } from '../theory/variance';
import type { Evidence, NotHelping } from './finding';
import type { Remedy } from './fixes';
import { notHelping } from './notHelping';
import { at, growthBounds, growthOf, measuredIn, stepOf } from './reading';
import { remedies } from './remedies';

/** Why a gradient explodes, what was measured to help, and what leaves it as it is. */
export interface Explosion {
  readonly cause: Localized;
  readonly remedies: readonly Remedy[];
  readonly notHelping: readonly NotHelping[];
}

/** Mean share of saturated units from which a bounded activation function is in its chaotic phase. */
const chaoticShare = 0.3;

/** Sum over the layers of a branch's part of the variance that skips with 1/√L keep at 1. */
const boundedBranches = 4;

/** Names the cause of an explosion; holds too where the record itself is no longer finite. */
export function explosionOf(evidence: Evidence): Explosion {
  if (isOverFewSamples(evidence.experiment)) return few;
  if (hasGrownInTraining(evidence)) return grown;
  if (isBatchNormalizedWithoutSkips(evidence)) return batchNormalized;
  if (isNormalized(evidence.experiment)) return normalized;
  if (isChaotic(evidence)) return chaotic;
  if (hasHeavySkips(evidence)) return skips;
  return evidence.experiment.normalization === 'weight'
    ? lengths
    : { ...gain, notHelping: vainAgainstGain(evidence) };
}

/** What is popular against large weights: Leaky ReLU in the place of ReLU, and skips where there are none. */
function vainAgainstGain({ experiment }: Evidence): readonly NotHelping[] {
  const { activation, residual } = experiment;
  return [
    notHelping.clipping,
    notHelping.l2,
    ...(activation === 'relu' ? [notHelping.leakyRelu] : []),
    ...(residual === 'none' ? [notHelping.plainSkip] : []),
  ];
}

function hasGrownInTraining(evidence: Evidence): boolean {
  const growth = growthOf(at(evidence, 0));
  const began = evidence.history.at(0, 'step') === 0 && stepOf(evidence) > 0;
  return began && growth !== null && growth.total <= growthBounds.exploding;
}

function isBatchNormalizedWithoutSkips({ experiment }: Evidence): boolean {
  return experiment.normalization === 'batch' && experiment.residual === 'none';
}

function isChaotic(evidence: Evidence): boolean {
  const shares = measuredIn(evidence, 'saturated').map(({ value }) => value);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return mean > chaoticShare;
}

function hasHeavySkips({ experiment }: Evidence): boolean {
  const { depth, residual } = experiment;
  const weights = entryOf(residuals, residual).weights(depth, experiment);
  if (!weights) return false;
  return weights.skip > 1 || weights.branch ** 2 * depth > boundedBranches;
}

const { suitedWeights, layerNormalization, rmsNormalization } = remedies;
const { skipsBesideNormalization, scaledSkips, withoutSkips, drawnWeights } = remedies;

const gain: Omit<Explosion, 'notHelping'> = {
  cause: {
    en: 'The initial weights are too large for {activation}: every layer multiplies the gradient by the same factor above 1, and the factors multiply.',
    'zh-CN': '初始权重对 {activation} 而言过大：每一层都将梯度乘以大于 1 的倍数，逐层相乘。',
  },
  remedies: [suitedWeights, layerNormalization, scaledSkips, withoutSkips, drawnWeights],
};

const lengths: Explosion = {
  cause: {
    en: 'Weight normalization cancels the size of the weights; the length g that it gives them leaves a factor above 1 for {activation} in every layer, and the network is deep.',
    'zh-CN':
      '权重归一化抵消了权重的大小，但它赋予的长度 g 对 {activation} 而言每层仍留下大于 1 的倍数，而网络很深。',
  },
  remedies: gain.remedies,
  notHelping: [notHelping.gain, notHelping.clipping, notHelping.l2],
};

const chaotic: Explosion = {
  cause: {
    en: 'Large weights put {activation} in its chaotic phase: most units saturate, and the few that do not pass on more gradient than arrives.',
    'zh-CN':
      '权重过大使 {activation} 进入混沌相：多数单元饱和，而未饱和的少数单元传出的梯度比传入的更大。',
  },
  remedies: [suitedWeights, layerNormalization, scaledSkips],
  notHelping: [notHelping.clipping, notHelping.l2, notHelping.warmUp],
};

const batchNormalized: Explosion = {
  cause: {
    en: 'Batch normalization without skips: at initialization it multiplies the gradient by more than 1 in every layer, whatever the weights (Yang 2019).',
    'zh-CN':
      '批归一化且没有残差连接：初始化时无论权重如何，每一层都会将梯度乘以大于 1 的倍数（Yang 2019）。',
  },
  remedies: [skipsBesideNormalization, layerNormalization, scaledSkips],
  notHelping: [notHelping.gain, notHelping.clipping, notHelping.l2],
};

const few: Explosion = {
  cause: {
    en: 'Batch normalization over two or three samples: where they lie close together in a unit, dividing by their spread multiplies the gradient.',
    'zh-CN': '批归一化只在两三个样本上统计：若它们在某个单元上非常接近，除以其标准差会放大梯度。',
  },
  remedies: [layerNormalization, rmsNormalization],
  notHelping: [notHelping.gain, notHelping.clipping, notHelping.l2],
};

const normalized: Explosion = {
  cause: {
    en: 'The normalization cancels the size of the weights, but a slope of {activation} above its output leaves a factor above 1 in every layer, and the network is deep.',
    'zh-CN':
      '归一化抵消了权重的大小，但 {activation} 的斜率相对其输出偏大，每层仍留下大于 1 的倍数，而网络很深。',
  },
  remedies: [skipsBesideNormalization, scaledSkips, drawnWeights],
  notHelping: [notHelping.gain, notHelping.clipping, notHelping.l2],
};

const skips: Explosion = {
  cause: {
    en: 'Every layer adds a whole branch to the skip, so signal and gradient grow with every sum.',
    'zh-CN': '每一层都把完整的分支加到残差连接上，信号与梯度随每次相加而增长。',
  },
  remedies: [scaledSkips, layerNormalization, withoutSkips],
  notHelping: [notHelping.clipping, notHelping.l2, notHelping.warmUp],
};

const grown: Explosion = {
  cause: {
    en: 'The network began steady; training itself has made the weights so large, as too long steps do.',
    'zh-CN': '网络起初平稳，是训练使权重变得过大，步长过长时便会如此。',
  },
  remedies: [layerNormalization, rmsNormalization, skipsBesideNormalization],
  notHelping: [notHelping.l2, notHelping.clipping],
};
