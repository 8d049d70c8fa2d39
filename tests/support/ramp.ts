import { activation } from '../../src/catalog/activations/activation';
import { quadrature } from '../../src/catalog/activations/gaussianMoments';

/** An activation function that only tests know: `y` within ±`reach`, and constant beyond. */
export const ramp = activation({
  id: 'ramp',
  name: { en: 'Ramp', 'zh-CN': '斜坡' },
  summary: { en: 'Linear within its reach.', 'zh-CN': '在范围内为线性。' },
  fields: {
    reach: {
      kind: 'number',
      label: { en: 'Reach', 'zh-CN': '范围' },
      change: 'restart',
      default: 2,
      min: 0.1,
      max: 10,
      scale: 'log',
    },
  },
  forward: (ops, y, { reach }) =>
    ops.where(ops.less(reach, y), reach, ops.whereAtMost(y, -reach, -reach, y)),
  backward: (ops, gradient, y, _, { reach }) => ops.where(ops.less(reach, ops.abs(y)), 0, gradient),
  moments: (variance, { reach }) =>
    quadrature(
      variance,
      (y) => Math.max(-reach, Math.min(reach, y)),
      (y) => Number(Math.abs(y) <= reach),
    ),
});
