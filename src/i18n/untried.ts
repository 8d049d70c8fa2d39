import type { Localized } from '../base/localized';

/** Where in a training step something acts, in the order of the step. */
export const placeTexts = {
  weights: { en: 'On the initial weights', 'zh-CN': '作用于初始权重' },
  network: { en: 'In the network', 'zh-CN': '作用于网络' },
  loop: { en: 'On how a batch is run', 'zh-CN': '作用于批次的计算' },
  loss: { en: 'On the loss', 'zh-CN': '作用于损失' },
  gradient: { en: 'On the gradient', 'zh-CN': '作用于梯度' },
  rate: { en: 'On the learning rate', 'zh-CN': '作用于学习率' },
  update: { en: 'On the update', 'zh-CN': '作用于更新' },
} as const satisfies Record<string, Localized>;
