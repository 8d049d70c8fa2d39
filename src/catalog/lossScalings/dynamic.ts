import { lossScaling } from './lossScaling';

/** The factor stays between these, so that it neither vanishes nor overflows in a broken run. */
const bounds = { least: 2 ** -24, most: 2 ** 24 } as const;

/**
 * Halves the factor and drops the step whenever the gradient is not finite, and doubles it after so
 * many finite steps in a row.
 */
export const dynamic = lossScaling({
  id: 'dynamic',
  name: { en: 'Dynamic', 'zh-CN': '动态' },
  summary: {
    en: 'Halves S and drops the step when the gradient overflows; doubles S after a stretch of finite steps.',
    'zh-CN': '梯度溢出时将 S 减半并丢弃该步；连续若干步梯度均有限后将 S 加倍。',
  },
  formula: String.raw`g=\tfrac{1}{S}\nabla(S L)`,
  evidence: {
    en: 'S = {scale}; {dropped} of the last {steps} {steps|step|steps} dropped',
    'zh-CN': 'S = {scale}；最近 {steps} 步中丢弃了 {dropped} 步',
  },
  source: {
    authors: 'P. Micikevicius, S. Narang, J. Alben, G. Diamos, E. Elsen, D. Garcia, et al.',
    year: 2018,
    title: 'Mixed Precision Training',
  },
  fields: {
    initialLossScale: {
      kind: 'number',
      label: { en: 'First scale', 'zh-CN': '初始缩放' },
      change: 'restart',
      default: 65536,
      min: bounds.least,
      max: bounds.most,
      scale: 'log',
    },
    lossScaleInterval: {
      kind: 'number',
      label: { en: 'Doubles after', 'zh-CN': '加倍间隔' },
      help: {
        en: 'Finite steps in a row after which S doubles; 2,000 is usual for long runs.',
        'zh-CN': '使 S 加倍所需的连续步数，其间梯度须始终有限；长时间训练通常取 2000。',
      },
      change: 'live',
      default: 200,
      min: 1,
      max: 10000,
      scale: 'ladder',
      integer: true,
    },
  },
  factor: ({ initialLossScale }) => initialLossScale,
  follow(ops, state, finite, { lossScaleInterval }) {
    const [scale, stood] = ops.unstack(state);
    if (!scale || !stood) throw new RangeError('The state holds a factor and a count.');
    const lasted = ops.add(stood, 1);
    const grows = ops.lessEqual(lossScaleInterval, lasted);
    const doubled = ops.mul(scale, 2);
    const halved = ops.mul(scale, 0.5);
    const larger = ops.where(ops.less(bounds.most, doubled), bounds.most, doubled);
    const smaller = ops.where(ops.less(halved, bounds.least), bounds.least, halved);
    return ops.stack([
      ops.where(finite, ops.where(grows, larger, scale), smaller),
      ops.where(finite, ops.where(grows, 0, lasted), 0),
    ]);
  },
});
