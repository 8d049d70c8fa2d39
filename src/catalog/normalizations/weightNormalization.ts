import type { Ops, Tensor } from '../../ops/ops';
import { growthEvidence } from '../growthEvidence';
import { normalization } from './normalization';

/**
 * `W = g·V/‖V‖` per output unit of a hidden layer, with V and g trained (Salimans and Kingma 2016). At first g = √2,
 * which holds the signal of ReLU and its like; 1 for activation functions that are linear around 0.
 */
export const weightNormalization = normalization({
  id: 'weight',
  name: { en: 'Weight norm', 'zh-CN': '权重归一化' },
  summary: {
    en: 'Trains the length and the direction of every unit’s weights apart. The gain of the initial weights cancels.',
    'zh-CN': '将每个单元权重的长度与方向分开训练。初始权重的增益被抵消。',
  },
  formula: String.raw`W=g\,\frac{V}{\lVert V\rVert}`,
  evidence: growthEvidence,
  source: {
    authors: 'T. Salimans, D. P. Kingma',
    year: 2016,
    title:
      'Weight Normalization: A Simple Reparameterization to Accelerate Training of Deep Neural Networks',
  },
  fields: {},
  reparameterization: {
    initialScale: ({ rectifies }) => (rectifies ? Math.SQRT2 : 1),
    weight: (ops, direction, scale) => ops.mul(unit(ops, direction), scale),
    backward(ops, gradient, direction, scale) {
      const towards = unit(ops, direction);
      const along = ops.sum(ops.mul(gradient, towards), [0], true);
      const across = ops.sub(gradient, ops.mul(towards, along));
      return {
        weight: ops.div(ops.mul(across, scale), lengths(ops, direction)),
        scale: ops.reshape(along, scale.shape),
      };
    },
  },
});

/** The length of every unit's direction, `[1, fanOut]`. */
function lengths(ops: Ops, direction: Tensor): Tensor {
  return ops.sqrt(ops.sum(ops.square(direction), [0], true));
}

function unit(ops: Ops, direction: Tensor): Tensor {
  return ops.div(direction, lengths(ops, direction));
}
