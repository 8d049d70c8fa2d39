import type { Localized } from '../base/localized';
import type { RunFileOutcome } from '../state/saved/file';

/** What became of the file of a run. */
export const runFileTexts = {
  readDone: { en: '{name} was read and pinned.', 'zh-CN': '已读入并固定 {name}。' },
  readShelved: {
    en: '{name} was read; it is among the saved runs.',
    'zh-CN': '已读入 {name}，位于已保存的运行中。',
  },
  readThinned: {
    en: 'Of its {recorded} steps this page keeps {kept}; all of them stay in the file.',
    'zh-CN': '其 {recorded} 步中，本页保留 {kept} 步；文件中仍为全部步数。',
  },
  fileTooLarge: {
    en: 'The file is larger than {limit} MB and was not read.',
    'zh-CN': '文件超过 {limit} MB，未读取。',
  },
  notJson: {
    en: 'This is not JSON: line {line}, column {column}.',
    'zh-CN': '不是有效的 JSON：第 {line} 行，第 {column} 列。',
  },
  notARun: {
    en: 'This JSON is not a run that was saved here.',
    'zh-CN': '该 JSON 不是在本页保存的运行。',
  },
  unreadableFile: { en: 'The file could not be read.', 'zh-CN': '文件无法读取。' },
} as const satisfies Record<RunFileOutcome['kind'], Localized>;
