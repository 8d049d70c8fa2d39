import { normalization } from './normalization';

/** Layers are left as they are. */
export const none = normalization({
  id: 'none',
  name: { en: 'None', 'zh-CN': '无' },
  summary: {
    en: 'Preactivations go to the activation function as they are.',
    'zh-CN': '预激活值不经归一化，直接进入激活函数。',
  },
  fields: {},
});
