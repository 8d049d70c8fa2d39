import type { Change, ChoiceField, Field, Fields, ToggleField, Values } from '../base/field';
import { activations } from '../catalog/activations';
import { datasets } from '../catalog/datasets';
import { type FieldsOf, fieldsOf } from '../catalog/entry';
import { initializers } from '../catalog/initializers';
import { losses } from '../catalog/losses';
import { normalizations } from '../catalog/normalizations';
import { optimizers } from '../catalog/optimizers';
import { residuals } from '../catalog/residuals';
import { safeguards } from '../catalog/safeguards';
import { schedules } from '../catalog/schedules';
import { backendOptions } from './backends';

type Options<List extends readonly { readonly id: string }[]> = List[number]['id'];

/** A choice among catalog entries. */
function choiceOf<const List extends readonly ChoiceField['options'][number][]>(
  entries: List,
  field: Omit<ChoiceField<Options<List>>, 'kind' | 'options' | 'change'>,
  change: Change = 'restart',
): ChoiceField<Options<List>> {
  return { kind: 'choice', change, options: entries, ...field };
}

type Switches = { readonly [Id in Options<typeof safeguards>]: ToggleField };

/** Each safeguard's switch, followed by its own fields. */
const guards = Object.assign(
  {},
  ...safeguards.map(({ id, name, summary, change, fields }) => ({
    [id]: { kind: 'toggle', label: name, help: summary, change, default: false },
    ...fields,
  })),
) as Switches & FieldsOf<typeof safeguards>;

const data = {
  dataset: choiceOf(datasets, { label: { en: 'Dataset', 'zh-CN': '数据集' }, default: 'teacher' }),
  ...fieldsOf(datasets),
  samples: {
    kind: 'number',
    label: { en: 'Samples', 'zh-CN': '样本数' },
    help: { en: 'Training and validation together.', 'zh-CN': '训练集与验证集的总数。' },
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
      'zh-CN': '每步的样本数；“full” 表示使用整个训练集。',
    },
    change: 'restart',
    default: 64,
    min: 1,
    max: 1024,
    scale: 'log',
    integer: true,
    word: { text: 'full', value: 0, label: { en: 'full', 'zh-CN': '全批量' } },
  },
} as const satisfies Fields;

const network = {
  depth: {
    kind: 'number',
    label: { en: 'Depth', 'zh-CN': '深度' },
    help: {
      en: 'Weight layers, the linear output layer included.',
      'zh-CN': '权重层数，包括线性输出层。',
    },
    change: 'restart',
    default: 20,
    min: 1,
    max: 100,
    scale: 'linear',
    integer: true,
  },
  width: {
    kind: 'number',
    label: { en: 'Width', 'zh-CN': '宽度' },
    help: { en: 'Units per hidden layer.', 'zh-CN': '每个隐藏层的单元数。' },
    change: 'restart',
    default: 64,
    min: 1,
    max: 256,
    scale: 'log',
    integer: true,
  },
  activation: choiceOf(activations, {
    label: { en: 'Activation', 'zh-CN': '激活函数' },
    default: 'relu',
  }),
  ...fieldsOf(activations),
  initializer: choiceOf(initializers, {
    label: { en: 'Initializer', 'zh-CN': '初始化' },
    default: 'heNormal',
  }),
  ...fieldsOf(initializers),
  gain: {
    kind: 'number',
    label: { en: 'Gain', 'zh-CN': '增益' },
    help: {
      en: 'Multiplies every initial weight, the output layer’s included.',
      'zh-CN': '所有初始权重（包括输出层）的倍数。',
    },
    change: 'restart',
    default: 1.5,
    min: 0.01,
    max: 10,
    scale: 'log',
  },
} as const satisfies Fields;

const training = {
  loss: choiceOf(losses, {
    label: { en: 'Loss', 'zh-CN': '损失函数' },
    default: 'softmaxCrossEntropy',
  }),
  optimizer: choiceOf(optimizers, {
    label: { en: 'Optimizer', 'zh-CN': '优化器' },
    default: 'sgd',
  }),
  learningRate: {
    kind: 'number',
    label: { en: 'Learning rate', 'zh-CN': '学习率' },
    change: 'live',
    default: 0.001,
    min: 1e-7,
    max: 100,
    scale: 'ladder',
  },
  ...fieldsOf(optimizers),
  schedule: choiceOf(
    schedules,
    { label: { en: 'Schedule', 'zh-CN': '学习率调度' }, default: 'constant' },
    'live',
  ),
  ...fieldsOf(schedules),
} as const satisfies Fields;

const protection = {
  normalization: choiceOf(normalizations, {
    label: { en: 'Normalization', 'zh-CN': '归一化' },
    default: 'none',
  }),
  ...fieldsOf(normalizations),
  residual: choiceOf(residuals, {
    label: { en: 'Residual', 'zh-CN': '残差连接' },
    default: 'none',
  }),
  ...fieldsOf(residuals),
  ...guards,
} satisfies Fields;

const run = {
  seed: {
    kind: 'number',
    label: { en: 'Seed', 'zh-CN': '随机种子' },
    help: {
      en: 'Draws data, weights and batch order. The same seed gives the same numbers.',
      'zh-CN': '决定数据、权重与批次顺序。相同的种子得到相同的数值。',
    },
    change: 'restart',
    default: 1,
    min: 0,
    max: 999999999,
    scale: 'linear',
    integer: true,
  },
  backend: {
    kind: 'choice',
    label: { en: 'Backend', 'zh-CN': '计算后端' },
    change: 'restart',
    default: 'auto',
    options: backendOptions,
  },
  validationInterval: {
    kind: 'number',
    label: { en: 'Validate every', 'zh-CN': '验证间隔' },
    help: {
      en: 'Steps between two measurements of validation loss and accuracy.',
      'zh-CN': '两次验证损失与准确率测量之间的步数。',
    },
    change: 'live',
    default: 10,
    min: 1,
    max: 1000,
    scale: 'ladder',
    integer: true,
  },
} as const satisfies Fields;

/** Every setting of an experiment: the one declaration behind types, limits, controls and links. */
export const schema = { ...data, ...network, ...training, ...protection, ...run };

/** The settings in the groups a person edits them in, in order. */
export const sections = [
  { id: 'data', keys: keysOf(data) },
  { id: 'network', keys: keysOf(network) },
  { id: 'training', keys: keysOf(training) },
  { id: 'safeguards', keys: keysOf(protection) },
  { id: 'run', keys: keysOf(run) },
] as const;

/** The key of a setting. */
export type Key = keyof typeof schema;

/** All settings of an experiment, each legal. */
export type Experiment = Values<typeof schema>;

/** Every key, in order. */
export const keys = keysOf(schema);

/** Whether a word is the key of a setting. */
export function isKey(word: string): word is Key {
  return Object.hasOwn(schema, word);
}

/** The field behind a key. */
export function fieldOf(key: Key): Field {
  return schema[key];
}

/** The experiment that the page opens with and links are read against. */
export const defaultExperiment = Object.fromEntries(
  keys.map((key) => [key, schema[key].default]),
) as Experiment;

function keysOf<F extends Fields>(fields: F): readonly (keyof F)[] {
  return Object.keys(fields);
}
