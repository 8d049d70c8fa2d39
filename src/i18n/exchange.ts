import type { Localized } from '../base/localized';

/** Texts of what can be taken away: embedded pages, the run as a file, code. */
export const exchangeTexts = {
  title: { en: 'Take it with you', 'zh-CN': '导出与嵌入' },
  embed: { en: 'Embed', 'zh-CN': '嵌入' },
  run: { en: 'This run', 'zh-CN': '本次运行' },
  code: { en: 'Code', 'zh-CN': '代码' },
  what: { en: 'What to take', 'zh-CN': '导出内容' },
  leaveOut: { en: 'Leave out', 'zh-CN': '隐藏的部分' },
  lockAll: { en: 'Lock every setting', 'zh-CN': '锁定所有设置' },
  height: { en: 'Height in pixels', 'zh-CN': '高度（像素）' },
  iframe: { en: 'Code for your page', 'zh-CN': '网页嵌入代码' },
  link: { en: 'Link', 'zh-CN': '链接' },
  copy: { en: 'Copy', 'zh-CN': '复制' },
  copied: { en: 'Copied', 'zh-CN': '已复制' },
  select: { en: 'Select the text and copy it.', 'zh-CN': '请选中文本后复制。' },
  settings: { en: 'Settings', 'zh-CN': '设置' },
  reading: { en: 'What it means', 'zh-CN': '解读' },
  transport: { en: 'Run, step, reset', 'zh-CN': '运行控制' },
  status: { en: 'Step and loss', 'zh-CN': '步数与损失' },
  norms: { en: 'Gradient norm by layer', 'zh-CN': '各层梯度范数' },
  layers: { en: 'Every layer, every step', 'zh-CN': '每一层、每一步' },
  learning: { en: 'Loss and accuracy', 'zh-CN': '损失与准确率' },
  mechanism: { en: 'Chain rule and pipeline', 'zh-CN': '链式法则与处理流程' },
  slider: { en: 'Step slider', 'zh-CN': '步数滑块' },
  runAbout: {
    en: 'Everything measured so far, one row per step and layer; the JSON file can be read back here.',
    'zh-CN': '迄今的全部测量值，每步每层一行；JSON 文件可在此重新读入。',
  },
  saveCsv: { en: 'Save as CSV', 'zh-CN': '保存为 CSV' },
  saveJson: { en: 'Save as JSON', 'zh-CN': '保存为 JSON' },
  read: { en: 'Read a run (JSON)', 'zh-CN': '读入运行（JSON）' },
  readDone: { en: '{name} was read and pinned.', 'zh-CN': '已读入并固定 {name}。' },
  readShelved: {
    en: '{name} was read; it is among the saved runs.',
    'zh-CN': '已读入 {name}，位于已保存的运行中。',
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
  framework: { en: 'Framework', 'zh-CN': '框架' },
  codeAbout: {
    en: 'The experiment on screen as a script that runs by itself: same data, initial weights and safeguards, with a log of every layer’s norms.',
    'zh-CN': '将当前实验导出为可独立运行的脚本：数据、初始权重和防护措施都相同，并记录每层的范数。',
  },
  kerasRun: {
    en: 'Keras scripts were run with Keras 3.15 on TensorFlow.',
    'zh-CN': 'Keras 脚本已在 Keras 3.15（TensorFlow 后端）上运行过。',
  },
  saveScript: { en: 'Save {file}', 'zh-CN': '保存 {file}' },
  saveWeights: { en: 'Save initial weights and batches', 'zh-CN': '保存初始权重与批次' },
  weightsAbout: {
    en: 'With --weights FILE the PyTorch script begins from exactly these and gives the page’s first 20 steps.',
    'zh-CN': 'PyTorch 脚本加上 --weights FILE 后，将从完全相同的权重开始，重现本页的前 20 步。',
  },
  callbacks: {
    en: 'For a training of your own: save these files beside it and it writes the same log.',
    'zh-CN': '用于你自己的训练：把以下文件放在旁边，即可写出同样的日志。',
  },
  script: { en: 'Script', 'zh-CN': '脚本' },
} as const satisfies Record<string, Localized>;
