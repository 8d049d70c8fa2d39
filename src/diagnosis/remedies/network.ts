import { activations } from '../../catalog/activations';
import type { Activation } from '../../catalog/activations/activation';
import { entryOf } from '../../catalog/entry';
import type { Experiment } from '../../experiment/schema';
import { isNormalized } from '../../theory/variance';
import type { Remedy } from '../fixes';
import { growthWhenNormalized, isSteady, suitedTo } from '../suited';

/** The weights for a depth or an activation function that no other suit. */
const fallback = { initializer: 'lecunNormal', gain: 1 } as const;

/** Layers for each unit of width up to which suited weights were measured to hold the gradient. */
const mostDepthPerUnit = 2.5;

/** Features that a normalization needs to tell their spread. */
const smallestWidth = 8;

/** The depth to which batch normalization alone was measured to hold the gradient of sigmoid. */
const deepestBatchNormalization = 60;

/** Whether an activation function is bounded on both sides. */
function isBounded({ activation }: Experiment): boolean {
  const { saturation }: Activation = entryOf(activations, activation);
  return saturation !== undefined;
}

/** Whether random weights alone no longer hold a gradient: it varies with depth over width (Hanin 2019). */
function isNarrow({ depth, width }: Experiment): boolean {
  return depth > mostDepthPerUnit * width;
}

/** Whether the units of a layer all have the same weights. */
export function isAlike({ initializer }: Experiment): boolean {
  return initializer === 'constant' || initializer === 'zeros';
}

/** Whether a normalization over the features finds units that differ, and holds the gradient. */
function canNormalize(experiment: Experiment): boolean {
  const { depth, width, residual, normalization } = experiment;
  if (normalization === 'layer' || normalization === 'rms') return false;
  if (width < smallestWidth || isAlike(experiment)) return false;
  return residual !== 'none' || isSteady(growthWhenNormalized(experiment), depth);
}

/** Weights that hold the gradient without a normalization or skips; null where none do. */
function settingsWithoutSkips(experiment: Experiment): Readonly<Partial<Experiment>> | null {
  const suited = suitedTo(experiment);
  if (!suited || isNormalized(experiment) || isNarrow(experiment)) return null;
  if (!isSteady(suited.growth, experiment.depth)) return null;
  const { initializer, gain } = suited;
  return { initializer, gain, normalization: 'none', residual: 'none' };
}

const changes = {
  suitedWeights: {
    id: 'suitedWeights',
    label: { en: '{initializer} with gain {gain}', 'zh-CN': '{initializer}，增益 {gain}' },
    why: {
      en: 'Sizes the weights for {activation}: a layer passes the gradient on at about the size it came.',
      'zh-CN': '按 {activation} 设定权重大小：每一层传出的梯度与传入的大小相当。',
    },
    propose: ({ experiment }) =>
      experiment.residual === 'none' ? settingsWithoutSkips(experiment) : null,
  },
  drawnWeights: {
    id: 'drawnWeights',
    label: { en: '{initializer} with gain {gain}', 'zh-CN': '{initializer}，增益 {gain}' },
    why: {
      en: 'Draws the weights at random, so that they are not 0 and no two units are alike.',
      'zh-CN': '随机抽取权重，使其不为 0，且各单元互不相同。',
    },
    propose({ experiment }) {
      const { initializer, gain } = suitedTo(experiment) ?? fallback;
      return isAlike(experiment) ? { initializer, gain } : null;
    },
  },
  layerNormalization: {
    id: 'layerNormalization',
    label: { en: 'Layer normalization', 'zh-CN': '层归一化' },
    why: {
      en: 'Divides every layer’s signal by its own size, so that the size of the weights cancels.',
      'zh-CN': '将每层信号除以自身的大小，权重的大小因此被抵消。',
    },
    propose: ({ experiment }) => (canNormalize(experiment) ? { normalization: 'layer' } : null),
  },
  rmsNormalization: {
    id: 'rmsNormalization',
    label: { en: 'RMS normalization', 'zh-CN': 'RMS 归一化' },
    why: {
      en: 'Divides every layer’s signal by its root mean square: the same hold on the gradient, cheaper.',
      'zh-CN': '将每层信号除以其均方根：对梯度的约束相同，计算更省。',
    },
    propose: ({ experiment }) => (canNormalize(experiment) ? { normalization: 'rms' } : null),
  },
  batchNormalization: {
    id: 'batchNormalization',
    label: { en: 'Batch normalization', 'zh-CN': '批归一化' },
    why: {
      en: 'Spreads every unit’s input over the batch again, so that the signal does not fade with depth.',
      'zh-CN': '使每个单元的输入在批内重新展开，信号不再随深度衰减。',
    },
    propose: ({ experiment }) =>
      experiment.depth <= deepestBatchNormalization && !isAlike(experiment)
        ? { normalization: 'batch' }
        : null,
  },
  skipsBesideNormalization: {
    id: 'skipsBesideNormalization',
    label: { en: 'Skip connections, 1 and 1', 'zh-CN': '残差连接，1 与 1' },
    why: {
      en: 'Beside the identity, the normalized branch is an ever smaller part of the sum: growth over depth is no longer exponential.',
      'zh-CN': '与恒等映射相加后，归一化分支在总和中的占比逐层变小：梯度随深度不再指数增长。',
    },
    propose: ({ experiment }) =>
      isNormalized(experiment) && !isAlike(experiment) ? { residual: 'plain' } : null,
  },
  scaledSkips: {
    id: 'scaledSkips',
    label: { en: 'Skip connections, 1 and 1/√L', 'zh-CN': '残差连接，1 与 1/√L' },
    why: {
      en: 'Each of the {depth} layers adds only a small part to the identity, so that the factor over the whole network stays bounded.',
      'zh-CN': '{depth} 层中每一层只在恒等映射上加一小部分，整个网络的总倍数因此有界。',
    },
    propose({ experiment }) {
      const isContained = isNormalized(experiment) || isBounded(experiment);
      if (!isContained && experiment.loss === 'meanSquaredError') return null;
      if (isContained && !isAlike(experiment)) return { residual: 'inverseSqrtDepth' };
      const { initializer, gain } = suitedTo(experiment) ?? fallback;
      return { residual: 'inverseSqrtDepth', initializer, gain };
    },
  },
  withoutSkips: {
    id: 'withoutSkips',
    label: {
      en: 'No skip connections, {initializer} with gain {gain}',
      'zh-CN': '去掉残差连接，{initializer}，增益 {gain}',
    },
    why: {
      en: 'Weights sized for {activation} hold the gradient without an identity that adds to it.',
      'zh-CN': '按 {activation} 设定的权重足以保持梯度，不需要恒等映射再叠加。',
    },
    propose: ({ experiment }) =>
      experiment.residual === 'none' ? null : settingsWithoutSkips(experiment),
  },
  relu: {
    id: 'relu',
    label: { en: 'ReLU with {initializer}', 'zh-CN': 'ReLU，{initializer}' },
    why: {
      en: 'The slope of an active ReLU is 1, that of sigmoid 1/4 at most.',
      'zh-CN': 'ReLU 激活时斜率为 1，而 sigmoid 的斜率不超过 1/4。',
    },
    propose: ({ experiment }) =>
      experiment.normalization === 'batch' || experiment.residual !== 'none' || isNarrow(experiment)
        ? null
        : { activation: 'relu', initializer: 'heNormal', gain: 1 },
  },
  leakyRelu: {
    id: 'leakyRelu',
    label: { en: 'Leaky ReLU', 'zh-CN': 'Leaky ReLU' },
    why: {
      en: 'Lets a small share of negative values through, so that no unit dies. With the same weights the gradient grows a little faster.',
      'zh-CN': '让负值以较小斜率通过，单元不会死亡。权重相同时，梯度增长略快。',
    },
    propose: ({ experiment: { activation } }) =>
      activation === 'relu' ? { activation: 'leakyRelu' } : null,
  },
} as const satisfies Record<string, Remedy>;

/** Remedies that change the network, and with it the gradient itself. */
export const networkRemedies = Object.fromEntries(
  Object.entries(changes).map(([id, remedy]) => [id, { ...remedy, needsSoundRate: true }]),
) as Readonly<Record<keyof typeof changes, Remedy>>;
