import { at } from '../../base/at';
import { groupAt } from '../stacks';
import { updateSafeguard } from './safeguard';

/** `W ← W − lr·wd·W` beside the optimizer's step, weights only (Loshchilov and Hutter 2019); with Adam, AdamW. */
export const decoupledWeightDecay = updateSafeguard({
  id: 'decoupledWeightDecay',
  name: { en: 'Decoupled weight decay', 'zh-CN': '解耦权重衰减' },
  short: { en: 'Decay', 'zh-CN': '权重衰减' },
  summary: {
    en: 'Shrinks the weights directly instead of through the gradient; with Adam this is AdamW. Does not touch the gradient.',
    'zh-CN': '直接收缩权重而不经过梯度；与 Adam 合用即为 AdamW。对梯度没有影响。',
  },
  formula: String.raw`W\leftarrow W-\eta\,\lambda\,W`,
  evidence: {
    en: 'weights shrink by {rate} × {weightDecay} per step',
    'zh-CN': '权重每步衰减 {rate} × {weightDecay}',
  },
  source: {
    authors: 'I. Loshchilov, F. Hutter',
    year: 2019,
    title: 'Decoupled Weight Decay Regularization',
  },
  glossary: 'weightDecay',
  fields: {
    weightDecay: {
      kind: 'number',
      label: { en: 'Decay', 'zh-CN': '衰减系数' },
      change: 'live',
      default: 0.01,
      min: 1e-6,
      max: 10,
      scale: 'ladder',
    },
  },
  adjust(ops, { changes, ...rest }, { layout, parameters, settings }) {
    const factor = -settings.learningRate * settings.weightDecay;
    return {
      ...rest,
      changes: changes.map((change, index) => {
        if (groupAt(layout, index).role !== 'weight') return change;
        return ops.add(change, ops.mul(at(parameters, index, 'parameter'), factor));
      }),
    };
  },
});
