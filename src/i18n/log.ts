import type { Localized } from '../base/localized';
import type { LogProblem } from '../log/read';

/** Texts of somebody's own log. */
export const logTexts = {
  title: { en: 'The log of your own training', 'zh-CN': '你自己的训练日志' },
  about: {
    en: 'Every layer at every step, growth per layer, the first non-finite step and what it means, from a training that ran elsewhere. The file stays in this page.',
    'zh-CN':
      '查看在别处进行的训练：每一层、每一步、每层倍数，以及最早的非有限值及其含义。文件不会离开本页。',
  },
  formats: {
    en: 'CSV or JSON lines with a step, a layer or parameter name and a gradient norm; the history of Weights & Biases as CSV or JSON; the scalars of TensorBoard, one CSV per tag, all at once; the CSV of a run of this page. At most {size} MB.',
    'zh-CN':
      '支持：含步数、层或参数名、梯度范数的 CSV 或 JSON Lines；Weights & Biases 导出的历史（CSV 或 JSON）；TensorBoard 标量 CSV（每个标签一个文件，可一次选择多个）；本页导出的运行 CSV。不超过 {size} MB。',
  },
  reading: { en: 'Reading…', 'zh-CN': '读取中……' },
  callback: { en: 'What writes such a log', 'zh-CN': '如何写出这样的日志' },
  callbackAbout: {
    en: 'Save it beside your training. It logs the gradient norm of every parameter; the longer callbacks under Export, Code also log ‖∂L/∂h‖, the updates and the activations.',
    'zh-CN':
      '保存在训练脚本旁，即可记录每个参数的梯度范数；“导出”→“代码”中较长的回调还会记录 ‖∂L/∂h‖、更新量与激活值。',
  },
  framework: { en: 'Framework', 'zh-CN': '框架' },
  shown: {
    en: '{name}: {layers} {layers|layer|layers}, {steps} {steps|step|steps}',
    'zh-CN': '{name}：{layers} 层，{steps} 步',
  },
  close: { en: 'Close the log', 'zh-CN': '关闭日志' },
  atStep: { en: 'At step {step}', 'zh-CN': '第 {step} 步' },
  noLoss: { en: 'The log holds no loss.', 'zh-CN': '日志中没有损失。' },
  layers: { en: 'Layers', 'zh-CN': '各层' },
  faults: {
    en: '{count} {count|value|values} could not be read:',
    'zh-CN': '有 {count} 处无法读取：',
  },
  leftOut: {
    en: 'Left out, for there are neither gradient norms of layers nor losses of the training in them: {files}',
    'zh-CN': '以下文件既无逐层梯度范数，也无训练损失，已略去：{files}',
  },
  numbered: { en: 'layer {layer}', 'zh-CN': '第 {layer} 层' },
  inLoss: { en: 'the loss', 'zh-CN': '损失' },
} as const satisfies Record<string, Localized>;

/** What is wrong with files that were to be a log. */
export const logProblemTexts = {
  notALog: {
    en: 'No log was found: a header or object needs a step (step, global_step, _step …), a layer or name, and a gradient norm (grad_norm, gradW …), or columns such as grad_norm/layer1.weight.',
    'zh-CN':
      '未找到日志：表头或对象中需有步数（step、global_step、_step 等）、层或参数名、梯度范数（grad_norm、gradW 等），或形如 grad_norm/layer1.weight 的列。',
  },
  nothingRead: {
    en: 'The log holds no norm of a layer that could be read.',
    'zh-CN': '日志中没有可读取的各层范数。',
  },
  tooManyLayers: {
    en: 'The log counts {found} layers; at most {limit} are shown. Log fewer of them, or check the column of layers: its numbers begin at 0 or 1.',
    'zh-CN':
      '日志中有 {found} 层，最多显示 {limit} 层。请少记录一些层，或检查层号所在的列：层号应从 0 或 1 开始。',
  },
  tooManyValues: {
    en: '{layers} layers at {steps} steps are too much for this page, which holds {limit} values. Log fewer steps.',
    'zh-CN': '{layers} 层 × {steps} 步超出本页的上限（{limit} 个数值）。请减少记录的步数。',
  },
  tooLarge: {
    en: 'More than {size} MB: nothing was read.',
    'zh-CN': '超过 {size} MB，未读取。',
  },
  unreadable: { en: 'The files could not be read.', 'zh-CN': '文件无法读取。' },
} as const satisfies Record<LogProblem['kind'] | 'unreadable', Localized>;

/** What is wrong at a place of a file. */
export const faultTexts = {
  badStep: {
    en: '{file}, line {line}, column {column}: “{text}” is not a step, which is a whole number from 0 on.',
    'zh-CN': '{file} 第 {line} 行第 {column} 列：“{text}”不是步数（应为不小于 0 的整数）。',
  },
  badNumber: {
    en: '{file}, line {line}, column {column}: “{text}” is not a number.',
    'zh-CN': '{file} 第 {line} 行第 {column} 列：“{text}”不是数值。',
  },
  badLayer: {
    en: '{file}, line {line}, column {column}: “{text}” is not a layer, which is a name or a whole number from 0 on.',
    'zh-CN': '{file} 第 {line} 行第 {column} 列：“{text}”不是层（应为名称或不小于 0 的整数）。',
  },
  negative: {
    en: '{file}, line {line}, column {column}: “{text}” is not a norm, which is at least 0.',
    'zh-CN': '{file} 第 {line} 行第 {column} 列：“{text}”不是范数（范数不小于 0）。',
  },
  ragged: {
    en: '{file}, line {line}, column {column}: the row has {text} {text|cell|cells}, other than the header.',
    'zh-CN': '{file} 第 {line} 行第 {column} 列：该行有 {text} 个单元格，与表头不符。',
  },
  notJson: {
    en: '{file}, line {line}, column {column}: this is not JSON.',
    'zh-CN': '{file} 第 {line} 行第 {column} 列：不是有效的 JSON。',
  },
  notAnObject: {
    en: '{file}, line {line}, column {column}: “{text}” is not an object.',
    'zh-CN': '{file} 第 {line} 行第 {column} 列：“{text}”不是对象。',
  },
} as const satisfies Record<string, Localized>;
