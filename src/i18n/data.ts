import type { Localized } from '../base/localized';

/** Texts of a person's own data. */
export const dataTexts = {
  open: { en: 'Your own data…', 'zh-CN': '使用自己的数据…' },
  change: { en: 'Change…', 'zh-CN': '更改…' },
  title: { en: 'Your own data', 'zh-CN': '自己的数据' },
  about: {
    en: 'A CSV file with numbers, up to {size} MB, {rows} rows and {columns} columns. It stays in this page: it is not sent anywhere, and no link contains it.',
    'zh-CN':
      '包含数值的 CSV 文件，不超过 {size} MB、{rows} 行、{columns} 列。文件只留在本页：不会上传，也不会写入链接。',
  },
  choose: { en: 'Choose a file, or drop it on the page', 'zh-CN': '选择文件，或将其拖到页面上' },
  paste: { en: 'Or paste rows', 'zh-CN': '或粘贴表格内容' },
  readPasted: { en: 'Read what was pasted', 'zh-CN': '读取粘贴的内容' },
  reading: { en: 'Reading…', 'zh-CN': '读取中……' },
  expected: { en: 'The link expects {name}.', 'zh-CN': '该链接需要文件 {name}。' },
  summary: {
    en: '{name}: {rows} rows, {inputs} {inputs|input|inputs}, {task}',
    'zh-CN': '{name}：{rows} 行，{inputs} 个输入，{task}',
  },
  classes: { en: '{count} classes', 'zh-CN': '{count} 类' },
  oneTarget: { en: 'a real target', 'zh-CN': '实数目标' },
  found: {
    en: '{name}: {rows} {rows|row|rows}, {columns} {columns|column|columns}',
    'zh-CN': '{name}：{rows} 行，{columns} 列',
  },
  target: { en: 'Target', 'zh-CN': '目标列' },
  targetGuess: {
    named: { en: 'Guessed by its name.', 'zh-CN': '根据列名推测。' },
    last: { en: 'Guessed: it is the last column.', 'zh-CN': '推测：最后一列。' },
    lastNumbers: {
      en: 'Guessed: the last column of numbers. The words after it are more likely a property of the rows; choose them if you want to classify.',
      'zh-CN': '推测：最后一个数值列。其后的文本列更可能是数据的属性；若要做分类，请选择它。',
    },
  },
  isIndex: {
    en: 'numbers the rows, so it is left out',
    'zh-CN': '仅为行编号，故未选用',
  },
  nearlyEmpty: {
    en: 'mostly empty, so it is left out',
    'zh-CN': '大多为空，故未选用',
  },
  refused: { en: '{name}:', 'zh-CN': '{name}：' },
  task: { en: 'Task', 'zh-CN': '任务' },
  classification: { en: 'Classification', 'zh-CN': '分类' },
  regression: { en: 'Regression', 'zh-CN': '回归' },
  inputs: { en: 'Inputs', 'zh-CN': '输入列' },
  column: { en: 'Column', 'zh-CN': '列' },
  values: { en: 'Values', 'zh-CN': '取值' },
  missing: { en: 'Missing', 'zh-CN': '缺失' },
  words: { en: '{count} different {count|word|words}', 'zh-CN': '{count} 个不同的文本值' },
  range: { en: '{from} to {to}', 'zh-CN': '{from} 至 {to}' },
  missingAt: { en: '{count}, first in line {line}', 'zh-CN': '{count}，首见于第 {line} 行' },
  strange: {
    en: '“{text}” in line {line}, column {column} ({name}) is not a number such as -1.5e3 that float32 holds. {count} such {count|cell of this column counts|cells of this column count} as missing.',
    'zh-CN':
      '第 {line} 行第 {column} 列（{name}）的“{text}”不是 float32 能表示的数值（写法如 -1.5e3）；该列共有 {count} 个这样的单元格，按缺失处理。',
  },
  taken: { en: '{rows} rows are taken.', 'zh-CN': '采用 {rows} 行。' },
  left: {
    en: '{rows} rows are taken; {left} {left|is|are} left out, for something is missing in {left|it|them}.',
    'zh-CN': '采用 {rows} 行；另有 {left} 行因缺失值被略去。',
  },
  use: { en: 'Train on this', 'zh-CN': '用于训练' },
  close: { en: 'Close', 'zh-CN': '关闭' },
} as const satisfies Record<string, Localized | Record<string, Localized>>;

/** What is wrong with a file, or with what was chosen of it. */
export const dataProblemTexts = {
  fileTooLarge: {
    en: 'The file is larger than {limit} MB and was not read.',
    'zh-CN': '文件超过 {limit} MB，未读取。',
  },
  empty: { en: 'There are no rows in this file.', 'zh-CN': '文件中没有数据行。' },
  noNumbers: { en: 'No column holds numbers.', 'zh-CN': '没有数值列。' },
  binary: { en: 'This is not a text file.', 'zh-CN': '这不是文本文件。' },
  unreadable: { en: 'The file could not be read.', 'zh-CN': '文件无法读取。' },
  openQuote: {
    en: 'Line {line}, column {column}: a quotation mark is not closed, or stands where none may be.',
    'zh-CN': '第 {line} 行第 {column} 列：引号未闭合或位置不当。',
  },
  ragged: {
    en: 'Line {line}, column {column}: this row has {found} {found|cell|cells}, the first one {expected}.',
    'zh-CN': '第 {line} 行第 {column} 列：该行有 {found} 个单元格，而首行有 {expected} 个。',
  },
  tooManyRows: {
    en: 'Line {line}: more than {limit} rows.',
    'zh-CN': '第 {line} 行起超过 {limit} 行的上限。',
  },
  tooManyColumns: {
    en: 'Line {line}, column {column}: {found} columns, more than {limit}.',
    'zh-CN': '第 {line} 行第 {column} 列：共 {found} 列，超过 {limit} 列的上限。',
  },
  noInputs: { en: 'Choose at least one input.', 'zh-CN': '请至少选择一个输入列。' },
  wordsTarget: {
    en: 'The target holds words: it can only be classified.',
    'zh-CN': '目标列为文本，只能用于分类。',
  },
  oneClass: { en: 'The target has one value only.', 'zh-CN': '目标列只有一个取值。' },
  tooManyClasses: {
    en: 'The target has {found} different values, more than {limit} classes.',
    'zh-CN': '目标列有 {found} 个不同的取值，超过 {limit} 类的上限。',
  },
  tooFewRows: {
    en: '{found} {found|row has|rows have} everything; at least {limit} are needed.',
    'zh-CN': '只有 {found} 行数据完整，至少需要 {limit} 行。',
  },
} as const satisfies Record<string, Localized>;
