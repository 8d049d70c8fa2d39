import { residual } from './residual';

/** No residual connections. */
export const none = residual({
  id: 'none',
  name: { en: 'None', 'zh-CN': '无' },
  summary: {
    en: 'Each layer passes on its own output alone.',
    'zh-CN': '每一层只传递自己的输出。',
  },
  fields: {},
  weights: () => null,
});
