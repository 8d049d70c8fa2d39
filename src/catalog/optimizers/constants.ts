import type { NumberField } from '../../base/field';

/** The share of the velocity kept at each step, of momentum and Nesterov momentum. */
export const momentumField = {
  kind: 'number',
  label: { en: 'Momentum', 'zh-CN': '动量系数' },
  help: {
    en: 'Share of the previous velocity kept at each step.',
    'zh-CN': '每一步保留的上一步速度的比例。',
  },
  change: 'live',
  default: 0.9,
  min: 0,
  max: 0.999,
  scale: 'linear',
  step: 0.01,
} as const satisfies NumberField;

/** The constant that keeps RMSProp and Adam from dividing by zero. */
export const epsilonField = {
  kind: 'number',
  label: { en: 'Epsilon', 'zh-CN': 'ε' },
  help: {
    en: 'Keeps the division finite. Gradients far below it no longer move a parameter.',
    'zh-CN': '防止除以零。远小于它的梯度将无法推动参数。',
  },
  change: 'live',
  default: 1e-7,
  min: 1e-12,
  max: 1,
  scale: 'log',
} as const satisfies NumberField;
