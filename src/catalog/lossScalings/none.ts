import { lossScaling } from './lossScaling';

/** The loss as it is. */
export const none = lossScaling({
  id: 'none',
  name: { en: 'None', 'zh-CN': '无' },
  summary: {
    en: 'The gradient is computed of the loss itself.',
    'zh-CN': '直接计算损失的梯度。',
  },
  fields: {},
  factor: () => 1,
});
