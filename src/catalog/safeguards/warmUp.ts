import { rateSafeguard } from './safeguard';

/** `lr·min(1, (t + 1)/T)`: the learning rate rises over the first T steps (Goyal et al. 2017). */
export const warmUp = rateSafeguard({
  id: 'warmUp',
  name: { en: 'Learning-rate warm-up', 'zh-CN': '学习率预热' },
  summary: {
    en: 'Starts with small steps while the gradient is largest. Changes the first updates, not the gradient.',
    'zh-CN': '在梯度最大的开始阶段采用小步长。只改变最初的更新，不改变梯度。',
  },
  formula: String.raw`\eta_t=\eta\,\min\left(1,\frac{t+1}{T}\right)`,
  evidence: {
    en: 'rate {rate} now; full after {warmUpSteps} {warmUpSteps|step|steps}',
    'zh-CN': '当前学习率 {rate}；{warmUpSteps} 步后达到设定值',
  },
  source: {
    authors: 'P. Goyal, P. Dollár, R. Girshick, P. Noordhuis, L. Wesolowski, A. Kyrola, et al.',
    year: 2017,
    title: 'Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
  },
  fields: {
    warmUpSteps: {
      kind: 'number',
      label: { en: 'Steps T', 'zh-CN': '步数 T' },
      change: 'live',
      default: 30,
      min: 1,
      max: 10000,
      scale: 'ladder',
      integer: true,
    },
  },
  factor: (step, { warmUpSteps }) => Math.min(1, (step + 1) / warmUpSteps),
});
