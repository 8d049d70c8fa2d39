import type { Localized } from '../base/localized';

/** Texts of what the page teaches. */
export const learnTexts = {
  title: { en: 'Scenarios', 'zh-CN': '场景' },
  about: {
    en: 'Each opens an experiment, says what to expect, and checks it against what is measured.',
    'zh-CN': '每个场景打开一个实验，说明预期结果，并与实际测量对照。',
  },
  open: { en: 'Open', 'zh-CN': '打开' },
  openThis: { en: 'Open: {title}', 'zh-CN': '打开：{title}' },
  run: { en: 'Run {steps} steps', 'zh-CN': '运行 {steps} 步' },
  leave: { en: 'Leave the scenario', 'zh-CN': '退出场景' },
  changed: {
    en: 'The experiment is no longer that of the scenario.',
    'zh-CN': '实验已不同于该场景。',
  },
  back: { en: 'Back to it', 'zh-CN': '恢复' },
  yes: { en: 'yes', 'zh-CN': '符合' },
  no: { en: 'no', 'zh-CN': '不符' },
  notYet: { en: 'not yet', 'zh-CN': '待测' },
  measured: { en: '{answer}: {value}', 'zh-CN': '{answer}：{value}' },
} as const satisfies Record<string, Localized>;
