import { sizeOf } from '../../base/shape';
import type { Ops, Tensor } from '../../ops/ops';
import type { Layout, Stacks } from '../../ops/parameters';
import { fromLayers, groupAt, layerNorms, nonZero, toLayers } from '../stacks';
import { gradientSafeguard } from './safeguard';

/**
 * Scales every layer's gradient by `Σ|θ_l|/Σ|g_l|` over all its parameters, so that under SGD the
 * mean change is the learning rate times the mean parameter: the L1 form of layer-wise scaling.
 */
export const meanMagnitude = gradientSafeguard({
  id: 'meanMagnitude',
  name: { en: 'Mean-magnitude update', 'zh-CN': '平均幅度更新' },
  short: { en: 'Mean size', 'zh-CN': '平均幅度' },
  summary: {
    en: 'Scales each layer’s gradient to the mean size of its weights. The update is bounded, the gradient is not.',
    'zh-CN': '将每层梯度缩放到其权重的平均大小。更新有界，梯度则不然。',
  },
  formula: String.raw`g_l\leftarrow\frac{\sum|\theta_l|}{\sum|g_l|}\,g_l`,
  evidence: {
    en: 'layers scaled by {least} to {most}',
    'zh-CN': '各层缩放系数为 {least} 至 {most}',
  },
  source: {
    authors: 'Y. You, I. Gitman, B. Ginsburg',
    year: 2017,
    title: 'Large Batch Training of Convolutional Networks',
  },
  glossary: 'layerwiseScaling',
  fields: {},
  init: () => [],
  update(ops, gradients, state, { layout, parameters }) {
    const { largest } = layerNorms(ops, layout, gradients);
    const scaled = gradients.map((g, index) =>
      ops.div(g, nonZero(ops, fromLayers(ops, groupAt(layout, index), largest))),
    );
    const size = layerSums(ops, layout, parameters);
    const ratio = ops.div(size, nonZero(ops, layerSums(ops, layout, scaled)));
    const factor = ops.where(ops.equal(size, 0), largest, ratio);
    return {
      gradients: scaled.map((g, index) =>
        ops.mul(g, fromLayers(ops, groupAt(layout, index), factor)),
      ),
      state,
    };
  },
});

/** `Σ|x|` over all parameters of a layer, for every layer: `[depth]`. */
function layerSums(ops: Ops, layout: Layout, stacks: Stacks): Tensor {
  const sums = stacks.map((stack, index) => {
    const group = groupAt(layout, index);
    const flat = ops.reshape(ops.abs(stack), [group.layers.length, sizeOf(group.shape)]);
    return toLayers(ops, layout, group, ops.sum(flat, [1]));
  });
  return sums.reduce((a, b) => ops.add(a, b));
}
