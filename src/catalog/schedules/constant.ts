import { schedule } from './schedule';

/** The learning rate as it is set. */
export const constant = schedule({
  id: 'constant',
  name: { en: 'Constant', 'zh-CN': '恒定' },
  summary: {
    en: 'The learning rate stays as it is set.',
    'zh-CN': '学习率保持设定值不变。',
  },
  formula: String.raw`\eta_t=\eta`,
  fields: {},
  factor: () => 1,
});
