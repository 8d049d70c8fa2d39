import { fromLayers, groupAt, layerNorms, nonZero } from '../stacks';
import { gradientSafeguard } from './safeguard';

/**
 * Scales every layer's gradient by one trust ratio `η‖θ_l‖/‖g_l‖` over all its parameters, biases
 * included; 1 where either norm is 0 (You, Gitman and Ginsburg 2017). Computed on `g/max|g_l|`.
 */
export const layerwiseScaling = gradientSafeguard({
  id: 'layerwiseScaling',
  name: { en: 'Layer-wise scaling (LARS)', 'zh-CN': '逐层缩放（LARS）' },
  short: { en: 'LARS', 'zh-CN': 'LARS' },
  summary: {
    en: 'Makes every layer’s update the same share of its weights, however large its gradient is. Changes the update, not the gradient.',
    'zh-CN': '无论梯度多大，使每层的更新占其权重的比例相同。改变的是更新，而非梯度。',
  },
  formula: String.raw`g_l\leftarrow\eta\,\frac{\lVert\theta_l\rVert}{\lVert g_l\rVert}\,g_l`,
  evidence: {
    en: 'layers scaled by {least} to {most}',
    'zh-CN': '各层缩放系数为 {least} 至 {most}',
  },
  source: {
    authors: 'Y. You, I. Gitman, B. Ginsburg',
    year: 2017,
    title: 'Large Batch Training of Convolutional Networks',
  },
  fields: {
    trustCoefficient: {
      kind: 'number',
      label: { en: 'Trust η', 'zh-CN': '信任系数 η' },
      change: 'live',
      default: 0.01,
      min: 1e-6,
      max: 10,
      scale: 'ladder',
    },
  },
  init: () => [],
  update(ops, gradients, state, { layout, parameters, settings }) {
    const own = layerNorms(ops, layout, parameters);
    const { largest, ratio } = layerNorms(ops, layout, gradients);
    const size = ops.mul(ops.mul(own.largest, own.ratio), settings.trustCoefficient);
    const trusted = ops.where(ops.equal(size, 0), largest, ops.div(size, nonZero(ops, ratio)));
    const scaled = gradients.map((g, index) => {
      const group = groupAt(layout, index);
      const scale = nonZero(ops, fromLayers(ops, group, largest));
      return ops.mul(ops.div(g, scale), fromLayers(ops, group, trusted));
    });
    return { gradients: scaled, state };
  },
});
