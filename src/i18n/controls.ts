import type { Localized } from '../base/localized';

/** Texts of the controls; a setting's own texts stand with its field. */
export const controlTexts = {
  data: { en: 'Data', 'zh-CN': '数据' },
  network: { en: 'Network', 'zh-CN': '网络' },
  training: { en: 'Training', 'zh-CN': '训练' },
  safeguards: { en: 'Safeguards', 'zh-CN': '防护措施' },
  run: { en: 'Run', 'zh-CN': '运行' },
  about: { en: 'About {setting}', 'zh-CN': '关于{setting}' },
  scenario: { en: 'Scenario', 'zh-CN': '场景' },
  noScenario: { en: 'None: settings of your own', 'zh-CN': '无：自选设置' },
  inForce: { en: '{count} on', 'zh-CN': '已启用 {count} 项' },
  newSeed: { en: 'New seed', 'zh-CN': '换一个种子' },
  live: { en: 'applies while training', 'zh-CN': '训练中即时生效' },
  legend: {
    en: 'applies while training; every other change restarts from the same seed.',
    'zh-CN': '训练中即时生效；其他改动会以相同种子从头开始。',
  },
  notANumber: {
    en: 'Not a number; a plain one such as 0.01 or 1e-4.',
    'zh-CN': '不是数字；请输入如 0.01 或 1e-4 的数。',
  },
  limited: { en: 'Limited to {value}.', 'zh-CN': '已限制为 {value}。' },
  rounded: { en: 'Rounded to {value}.', 'zh-CN': '已取整为 {value}。' },
} as const satisfies Record<string, Localized>;
