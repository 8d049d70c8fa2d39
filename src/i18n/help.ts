import type { Localized } from '../base/localized';

/** Texts of the help: keys and looks. */
export const helpTexts = {
  help: { en: 'Help', 'zh-CN': '帮助' },
  keys: { en: 'Keys', 'zh-CN': '快捷键' },
  space: { en: 'Space', 'zh-CN': '空格' },
  runOrPause: { en: 'Run or pause', 'zh-CN': '运行或暂停' },
  step: { en: 'One step', 'zh-CN': '单步' },
  reset: { en: 'Back to step 0', 'zh-CN': '回到第 0 步' },
  pin: { en: 'Pin this run', 'zh-CN': '固定此次运行' },
  keysOn: { en: 'Keys are on', 'zh-CN': '启用快捷键' },
  about: { en: 'About this run', 'zh-CN': '关于此次运行' },
  look: { en: 'Look', 'zh-CN': '外观' },
  projector: {
    en: 'For a projector: large type, charts first, settings out of the way',
    'zh-CN': '投影模式：大字号，图表优先，隐藏设置',
  },
} as const satisfies Record<string, Localized>;
