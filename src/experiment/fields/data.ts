import type { Fields } from '../../base/field';
import { datasets } from '../../catalog/datasets';
import { fieldsOf } from '../../catalog/entry';
import { choiceOf } from './choice';

/** What a network learns from. */
export const data = {
  dataset: choiceOf(datasets, { label: { en: 'Dataset', 'zh-CN': '数据集' }, default: 'teacher' }),
  ...fieldsOf(datasets),
  samples: {
    kind: 'number',
    label: { en: 'Samples', 'zh-CN': '样本数' },
    help: { en: 'Training and validation together.', 'zh-CN': '训练集与验证集的总数。' },
    glossary: 'dataset',
    change: 'restart',
    default: 320,
    min: 10,
    max: 10000,
    scale: 'log',
    integer: true,
  },
  noise: {
    kind: 'number',
    label: { en: 'Noise', 'zh-CN': '噪声' },
    help: {
      en: 'Standard deviation of the noise on the samples.',
      'zh-CN': '样本噪声的标准差。',
    },
    glossary: 'dataset',
    change: 'restart',
    default: 0,
    min: 0,
    max: 2,
    scale: 'linear',
    step: 0.05,
  },
  labels: {
    kind: 'choice',
    label: { en: 'Labels', 'zh-CN': '标签' },
    help: {
      en: 'One output per class, or one output that must hit the class number.',
      'zh-CN': '每个类别一个输出，或用单个输出拟合类别编号。',
    },
    glossary: 'target',
    change: 'restart',
    default: 'oneHot',
    options: [
      {
        id: 'oneHot',
        name: { en: 'One-hot', 'zh-CN': '独热编码' },
        summary: {
          en: 'The target of a sample is 1 at its class and 0 elsewhere.',
          'zh-CN': '样本的目标在其类别处为 1，其余为 0。',
        },
      },
      {
        id: 'integer',
        name: { en: 'Raw integers', 'zh-CN': '原始整数' },
        summary: {
          en: 'The target is the class number itself: larger numbers make larger errors and gradients.',
          'zh-CN': '目标即类别编号：编号越大，误差与梯度也越大。',
        },
      },
    ],
  },
  standardizeTargets: {
    kind: 'toggle',
    label: { en: 'Standardize targets', 'zh-CN': '目标标准化' },
    help: {
      en: 'Gives the targets mean 0 and deviation 1 over the training set, before they are scaled.',
      'zh-CN': '在缩放之前，使训练集目标的均值为 0、标准差为 1。',
    },
    glossary: 'target',
    change: 'restart',
    default: false,
  },
  targetScale: {
    kind: 'number',
    label: { en: 'Target scale', 'zh-CN': '目标缩放' },
    help: {
      en: 'Multiplies the regression targets: a large scale makes the loss and its gradient large.',
      'zh-CN': '回归目标的倍数：倍数越大，损失及其梯度越大。',
    },
    glossary: 'target',
    change: 'restart',
    default: 1,
    min: 0.001,
    max: 10000,
    scale: 'log',
  },
  validationSplit: {
    kind: 'number',
    label: { en: 'Validation split', 'zh-CN': '验证集比例' },
    help: {
      en: 'Share of the samples kept for validation.',
      'zh-CN': '留作验证的样本比例。',
    },
    glossary: 'validation',
    change: 'restart',
    default: 0.2,
    min: 0,
    max: 0.5,
    scale: 'linear',
    step: 0.05,
  },
  batchSize: {
    kind: 'number',
    label: { en: 'Batch size', 'zh-CN': '批大小' },
    help: {
      en: 'Samples per step; "full" takes the whole training set.',
      'zh-CN': '每步的样本数；“全批量”表示使用整个训练集。',
    },
    glossary: 'batch',
    change: 'restart',
    default: 64,
    min: 1,
    max: 1024,
    scale: 'log',
    integer: true,
    word: { text: 'full', value: 0, label: { en: 'full', 'zh-CN': '全批量' } },
  },
} as const satisfies Fields;
