import type { Localized } from '../base/localized';
import type { LogProblem } from '../log/read';

/** Texts of somebody's own log. */
export const logTexts = {
  title: { en: 'The log of your own training', 'zh-CN': '你自己的训练日志' },
  about: {
    en: 'Every layer at every step, growth per layer, the first non-finite step and what it means, from a training that ran elsewhere. The file stays in this page.',
    'zh-CN':
      '查看在别处进行的训练：每一层、每一步、逐层增长倍数，以及最早的非有限值及其含义。文件不会离开本页。',
  },
  formats: {
    en: 'Whatever your tool writes: CSV, TSV or JSON, also packed with gzip; what a training prints; trainer_state.json, metrics.csv and training.log; TensorBoard’s event files and downloads; Weights & Biases, MLflow, Neptune, Comet. Norms by layer show most; a loss or one norm is enough to begin. At most {size} MB.',
    'zh-CN':
      '训练工具写出的各种日志：CSV、TSV、JSON（也可为 gzip）；训练时打印的文本；trainer_state.json、metrics.csv、training.log；TensorBoard 事件文件与下载；Weights & Biases、MLflow、Neptune、Comet。逐层范数信息最全；只有损失或一个范数也可以开始。不超过 {size} MB。',
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
  overTime: { en: 'Over all steps', 'zh-CN': '全部步数' },
  shownGlobal: {
    en: '{name}: {steps} {steps|step|steps}, without layers',
    'zh-CN': '{name}：{steps} 步，无逐层数据',
  },
  thinned: {
    en: 'Drawn: {drawn} of {steps} steps, the largest norms among them.',
    'zh-CN': '图中为 {steps} 步中的 {drawn} 步，最大的范数都在其中。',
  },
  counted: {
    epoch: { en: 'Steps are epochs.', 'zh-CN': '步数即轮次。' },
    batch: { en: 'Steps are batches.', 'zh-CN': '步数即批次。' },
    row: {
      en: 'The log counts no steps: its rows are counted.',
      'zh-CN': '日志没有步数：此处按行计数。',
    },
    step: { en: '', 'zh-CN': '' },
  },
  whichRun: { en: 'Run of the log', 'zh-CN': '日志中的运行' },
  allLayers: { en: 'All layers', 'zh-CN': '所有层' },
  gradNorm: { en: 'Gradient norm', 'zh-CN': '梯度范数' },
  learningRate: { en: 'Learning rate', 'zh-CN': '学习率' },
  lossScale: { en: 'Loss scale', 'zh-CN': '损失缩放因子' },
  calledInFile: { en: '“{name}” in the file', 'zh-CN': '文件中名为“{name}”' },
  overSteps: { en: '{what}: {last} at step {step}', 'zh-CN': '{what}：第 {step} 步为 {last}' },
  noNormsHere: {
    en: 'No norms of layers were logged at step {step}; they were at step {nearest}.',
    'zh-CN': '第 {step} 步没有记录逐层范数；最近的是第 {nearest} 步。',
  },
  goThere: { en: 'Go there', 'zh-CN': '前往' },
  arrange: {
    en: 'Layers from the input to the output. Drag one, or move it with the buttons; the order is kept for logs with the same layers.',
    'zh-CN': '从输入到输出的各层。可拖动，或用按钮移动；此顺序会为含相同层的日志保留。',
  },
  moveUp: { en: 'Move {name} toward the input', 'zh-CN': '将 {name} 向输入方向移动' },
  moveDown: { en: 'Move {name} toward the output', 'zh-CN': '将 {name} 向输出方向移动' },
  useOrder: { en: 'Use this order', 'zh-CN': '采用此顺序' },
  refused: { en: '{files} could not be shown.', 'zh-CN': '无法显示 {files}。' },
  older: {
    en: 'Below is what was read before: {name}.',
    'zh-CN': '下方是之前读取的日志：{name}。',
  },
  inNetwork: { en: 'the gradient of all layers', 'zh-CN': '所有层的梯度' },
  inLoss: { en: 'the loss', 'zh-CN': '损失' },
} as const satisfies Record<string, Localized | Record<string, Localized>>;

/** What is wrong with files that were to be a log. */
export const logProblemTexts = {
  notALog: {
    en: 'No log was found: nothing in it is called a loss or a gradient norm (loss, grad_norm, gnorm, grad_norm/layer1.weight …).',
    'zh-CN':
      '未找到日志：其中没有损失或梯度范数（loss、grad_norm、gnorm、grad_norm/layer1.weight 等）。',
  },
  nothingRead: {
    en: 'The log has columns for norms or losses, but no value in them could be read.',
    'zh-CN': '日志中有范数或损失的列，但没有可读取的数值。',
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
  histogramsOnly: {
    en: 'The log holds histograms of gradients, as wandb.watch writes them, and no norms. Bins hide the largest gradients, so no norm can be read from them. Log the norm of every parameter instead: the callback below does.',
    'zh-CN':
      '日志只有梯度的直方图（如 wandb.watch 所写），没有范数。分箱掩盖了最大的梯度，无法从中得出范数。请改为记录每个参数的范数：下方的回调即可完成。',
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
