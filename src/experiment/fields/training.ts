import type { Fields } from '../../base/field';
import { fieldsOf } from '../../catalog/entry';
import { formats } from '../../catalog/formats';
import { losses } from '../../catalog/losses';
import { lossScalings } from '../../catalog/lossScalings';
import { optimizers } from '../../catalog/optimizers';
import { schedules } from '../../catalog/schedules';
import { choiceOf } from './choice';

/** How a network is trained. */
export const training = {
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
  numberFormat: choiceOf(formats, {
    label: { en: 'Number format', 'zh-CN': '数值格式' },
    default: 'float32',
  }),
  ...fieldsOf(formats),
  lossScaling: choiceOf(
    lossScalings,
    { label: { en: 'Loss scaling', 'zh-CN': '损失缩放' }, default: 'none' },
    'live',
  ),
  ...fieldsOf(lossScalings),
} as const satisfies Fields;
