import type { Fields } from '../../base/field';
import { backendOptions } from '../backends';

/** What a run is drawn from, where it is computed and how often it is validated. */
export const run = {
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
    glossary: 'validation',
    change: 'live',
    default: 10,
    min: 1,
    max: 1000,
    scale: 'ladder',
    integer: true,
  },
} as const satisfies Fields;
