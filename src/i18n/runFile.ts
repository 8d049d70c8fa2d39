import type { Localized } from '../base/localized';
import type { RunFileOutcome } from '../state/store/problems';

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
  readAdjusted: {
    en: 'Of its settings, these are not legal here, and the nearest legal value or the default stands in their place: {settings}.',
    'zh-CN': '其中这些设置在此不合法，已改为最接近的合法值或默认值：{settings}。',
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
  badPart: {
    en: 'Nothing was read: “{part}” in this file is not as this page writes it.',
    'zh-CN': '未读取：文件中的“{part}”不是本页写出的形式。',
  },
  badValue: {
    en: 'Nothing was read: in record {record}, {measure} is {value}, which no run can measure.',
    'zh-CN': '未读取：第 {record} 条记录的 {measure} 为 {value}，任何运行都不可能测得此值。',
  },
  badOrder: {
    en: 'Nothing was read: record {record} is of step {step}, after one of step {before}.',
    'zh-CN': '未读取：第 {record} 条记录为第 {step} 步，却排在第 {before} 步之后。',
  },
  unreadableFile: { en: 'The file could not be read.', 'zh-CN': '文件无法读取。' },
} as const satisfies Record<RunFileOutcome['kind'], Localized>;
