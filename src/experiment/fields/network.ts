import type { Fields } from '../../base/field';
import { activations } from '../../catalog/activations';
import { fieldsOf } from '../../catalog/entry';
import { initializers } from '../../catalog/initializers';
import { choiceOf } from './choice';

/** What a network is made of. */
export const network = {
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
