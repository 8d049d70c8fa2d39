import type { Localized } from '../base/localized';
import type { Cost } from '../experiment/budget';
import type { FiniteTensor } from '../history/measures';

/** Texts of the reading panel and of the notices. */
export const readingTexts = {
  first: {
    en: 'Step {step}, layer {layer}: {tensor} is no longer finite. Training stopped here; everything recorded stays.',
    'zh-CN':
      '第 {step} 步，第 {layer} 层出现非有限值：{tensor}。训练就此停止，已记录的内容全部保留。',
  },
  lastSteps: {
    en: 'The last {steps} steps: loss {losses}; gradient norm {norms}.',
    'zh-CN': '最后 {steps} 步：损失 {losses}；梯度范数 {norms}。',
  },
  theory: {
    en: 'Mean-field theory predicts {factor} per layer at initialization.',
    'zh-CN': '平均场理论预测初始化时每层 {factor}。',
  },
  theoryFromSlopes: {
    en: 'Mean-field theory with measured φ′² gives {factor} per layer at initialization.',
    'zh-CN': '平均场理论采用实测的 φ′²，得出初始化时每层 {factor}。',
  },
  noTheory: { en: 'No prediction: {reason}', 'zh-CN': '无理论预测：{reason}' },
  remedy: {
    en: 'Change a setting, or press Reset to start again from the same seed.',
    'zh-CN': '更改设置，或按“重置”以相同种子重新开始。',
  },
  numbers: { en: 'At step {step}', 'zh-CN': '第 {step} 步' },
  loss: { en: 'Training loss', 'zh-CN': '训练损失' },
  validationLoss: { en: 'Validation loss', 'zh-CN': '验证损失' },
  accuracy: { en: 'Training accuracy', 'zh-CN': '训练准确率' },
  validationAccuracy: { en: 'Validation accuracy', 'zh-CN': '验证准确率' },
  gradNorm: { en: 'Gradient norm ‖∂L/∂θ‖', 'zh-CN': '梯度范数 ‖∂L/∂θ‖' },
  firstLayer: { en: '‖∂L/∂h₁‖, first layer', 'zh-CN': '‖∂L/∂h₁‖（第一层）' },
  largestUpdate: { en: 'Largest update ‖Δθ‖/‖θ‖', 'zh-CN': '最大相对更新量 ‖Δθ‖/‖θ‖' },
  changed: { en: 'Changed since the run began', 'zh-CN': '运行开始以来的改动' },
  unchanged: { en: 'No setting has changed.', 'zh-CN': '没有改动任何设置。' },
  fromTo: { en: '{setting}: {from} → {to}', 'zh-CN': '{setting}：{from} → {to}' },
  sinceStep: { en: 'from step {step}', 'zh-CN': '自第 {step} 步起' },
  apply: { en: 'Apply', 'zh-CN': '应用' },
  applyThis: { en: 'Apply: {fix}', 'zh-CN': '应用：{fix}' },
  undo: { en: 'Undo', 'zh-CN': '撤销' },
  notHelping: { en: 'What does not help here', 'zh-CN': '此处无效的做法' },
  comparison: { en: 'Comparison', 'zh-CN': '对比' },
  pin: { en: 'Pin this run', 'zh-CN': '固定此次运行' },
  pinHelp: {
    en: 'A pinned run stays in the charts while you change one thing: data, weights and batches stay the same.',
    'zh-CN': '固定后，该次运行会留在图中，便于只改一处来比较：数据、权重和批次都不变。',
  },
  pinsFull: { en: 'At most {most} runs are pinned.', 'zh-CN': '最多固定 {most} 次运行。' },
  pinName: { en: 'Name of the pinned run', 'zh-CN': '固定运行的名称' },
  pinnedSteps: { en: '{steps} {steps|step|steps}', 'zh-CN': '{steps} 步' },
  load: { en: 'Load', 'zh-CN': '载入' },
  loadPinned: { en: 'Load the experiment of {name}', 'zh-CN': '载入 {name} 的实验' },
  unpin: { en: 'Unpin {name}', 'zh-CN': '取消固定 {name}' },
  sameExperiment: { en: 'The same experiment.', 'zh-CN': '实验相同。' },
  now: { en: 'now', 'zh-CN': '当前' },
  notFiniteAt: { en: 'Not finite', 'zh-CN': '非有限值' },
  stepLayer: { en: 'step {step}, layer {layer}', 'zh-CN': '第 {step} 步第 {layer} 层' },
  never: { en: 'never', 'zh-CN': '无' },
  newestLoss: { en: 'Loss at the end', 'zh-CN': '末步损失' },
  newestValidation: { en: 'Validation loss', 'zh-CN': '验证损失' },
  savedRuns: { en: 'Saved runs ({count})', 'zh-CN': '已保存的运行（{count}）' },
  pinShort: { en: 'Pin', 'zh-CN': '固定' },
  pinSaved: { en: 'Pin {name} again', 'zh-CN': '重新固定 {name}' },
  pinInstead: { en: 'Pin for {first}', 'zh-CN': '替换 {first}' },
  pinSavedInstead: {
    en: 'Pin {name} again in the place of {first}',
    'zh-CN': '重新固定 {name}，替换 {first}',
  },
  savedName: { en: 'Name of the saved run', 'zh-CN': '已保存运行的名称' },
  delete: { en: 'Delete', 'zh-CN': '删除' },
  deleteSaved: { en: 'Delete {name}', 'zh-CN': '删除 {name}' },
  fitting: { en: '{setting} {value} works', 'zh-CN': '{setting} {value} 可行' },
  unavailable: {
    en: 'This browser stores nothing for this page, so pinned runs and maps are gone after a reload.',
    'zh-CN': '浏览器未为本页提供存储，刷新后固定的运行和图将丢失。',
  },
  full: {
    en: 'The browser’s storage is full: not every pinned run and map outlives a reload.',
    'zh-CN': '浏览器存储已满：部分固定的运行和图在刷新后会丢失。',
  },
  blocked: {
    en: 'An older version of this page is open in another tab and holds the storage: close or reload that tab. Until then nothing is kept from here.',
    'zh-CN':
      '另一标签页中打开着本页的旧版本，占用了存储：请关闭或刷新该标签页。在此之前，这里不保存任何内容。',
  },
  superseded: {
    en: 'A newer version of this page is open elsewhere: nothing more is kept from here until you reload.',
    'zh-CN': '本页的新版本已在别处打开：刷新之前，这里不再保存任何内容。',
  },
  cleared: {
    en: 'What the browser had stored for this page was cleared. The runs and maps that are still on this page are stored again.',
    'zh-CN': '浏览器为本页存储的内容已被清除。仍在本页上的运行和图已重新保存。',
  },
  corrupt: {
    en: 'A saved run or map cannot be read, so it is not shown. It stays in the browser’s storage until you delete it.',
    'zh-CN': '有一项保存的运行或图无法读取，因此未显示。它仍在浏览器存储中，直到你将其删除。',
  },
  deleteUnreadable: { en: 'Delete what cannot be read', 'zh-CN': '删除无法读取的内容' },
  replaced: {
    en: '{settings} changed: a new run from the same seed; the {steps} {steps|step before is|steps before are} put aside.',
    'zh-CN': '{settings}已更改：以相同种子开始新的运行；此前的 {steps} 步已搁置。',
  },
  replacedBySeed: {
    en: '{settings} changed: a new run from seed {seed}; the {steps} {steps|step before is|steps before are} put aside.',
    'zh-CN': '{settings}已更改：以种子 {seed} 开始新的运行；此前的 {steps} 步已搁置。',
  },
  pinReplaced: { en: 'Pin what was', 'zh-CN': '固定此前的运行' },
  changedBy: { en: '{fix} changed', 'zh-CN': '“{fix}”的效果' },
  zeroFrom: { en: '0 from layer {layer} back', 'zh-CN': '第 {layer} 层及之前为 0' },
  growthPerLayer: { en: 'Growth per layer', 'zh-CN': '每层倍数' },
  atWork: { en: 'Safeguards at work', 'zh-CN': '生效中的防护措施' },
  noneAtWork: { en: 'No safeguard is on.', 'zh-CN': '没有启用任何防护措施。' },
  overBudget: { en: 'Too large to run here', 'zh-CN': '规模过大，无法在此运行' },
  excess: {
    en: '{measure}: {value}; the most is {limit}.',
    'zh-CN': '{measure}：{value}；上限为 {limit}。',
  },
  failed: { en: 'The training worker failed', 'zh-CN': '工作线程出错' },
  recovered: {
    en: 'The worker was lost ({message}); the run was computed again from step {step} in a new one, on {backend}, and its records were kept.',
    'zh-CN':
      '工作线程已中断（{message}）；已在新的工作线程中从第 {step} 步重新计算，当前使用 {backend}，已有记录均已保留。',
  },
  thinned: {
    en: 'The record takes the {size} MB it may: of every two older steps the one with the smaller gradient is dropped. The training is the same.',
    'zh-CN': '记录已达 {size} MB 上限：较早的步每两步舍弃梯度较小的一步。训练本身不受影响。',
  },
  failedHelp: {
    en: 'What was recorded stays. Change a setting or press Reset; if it fails again, reload the page.',
    'zh-CN': '已记录的内容仍在。请更改设置或按“重置”；若再次出错，请刷新页面。',
  },
  computing: { en: 'Computed on', 'zh-CN': '计算方式' },
  computedOn: {
    en: '{backend}, {precision}. {reason}',
    'zh-CN': '{backend}，{precision}。{reason}',
  },
  measuring: { en: 'Measuring step 0 …', 'zh-CN': '正在测量第 0 步……' },
} as const satisfies Record<string, Localized>;

/** What each watched tensor is called. */
export const tensorTexts = {
  activation: { en: 'the activation h', 'zh-CN': '激活值 h' },
  output: { en: 'the output of the network', 'zh-CN': '网络输出' },
  loss: { en: 'the loss', 'zh-CN': '损失' },
  gradZ: { en: 'the gradient ∂L/∂z', 'zh-CN': '梯度 ∂L/∂z' },
  gradW: { en: 'the weight gradient ∂L/∂W', 'zh-CN': '权重梯度 ∂L/∂W' },
  gradB: { en: 'the bias gradient ∂L/∂b', 'zh-CN': '偏置梯度 ∂L/∂b' },
  gradH: { en: 'the gradient ∂L/∂h of its input', 'zh-CN': '对其输入的梯度 ∂L/∂h' },
  change: { en: 'the update Δθ', 'zh-CN': '更新量 Δθ' },
} as const satisfies Record<FiniteTensor, Localized>;

/** What each limit of the budget is called. */
export const costTexts = {
  parameters: { en: 'Parameters', 'zh-CN': '参数量' },
  bytes: { en: 'Memory, in bytes', 'zh-CN': '内存（字节）' },
  work: { en: 'Floating-point operations per step', 'zh-CN': '每步浮点运算次数' },
} as const satisfies Record<keyof Cost, Localized>;

/** Texts of what a link or a change asked for and did not get. */
export const problemTexts = {
  title: { en: 'Not everything could be taken as asked', 'zh-CN': '部分内容未能照原样采用' },
  clamped: {
    en: '{setting}: {asked} is out of range, {taken} is used.',
    'zh-CN': '{setting}：{asked} 超出范围，改用 {taken}。',
  },
  rounded: {
    en: '{setting}: {asked} is not a whole number, {taken} is used.',
    'zh-CN': '{setting}：{asked} 不是整数，改用 {taken}。',
  },
  unreadable: {
    en: '{setting}: “{asked}” cannot be read, {taken} is used.',
    'zh-CN': '{setting}：无法识别“{asked}”，改用 {taken}。',
  },
  unknownOption: {
    en: '{setting}: there is no “{asked}”, {taken} is used.',
    'zh-CN': '{setting}：没有“{asked}”这一选项，改用 {taken}。',
  },
  unknownKey: { en: 'There is no setting called “{key}”.', 'zh-CN': '没有名为“{key}”的设置。' },
  unknownName: {
    en: 'There is nothing called “{asked}” ({key}).',
    'zh-CN': '没有名为“{asked}”的内容（{key}）。',
  },
  unclearSwitch: {
    en: '{key}: “{asked}” is neither on nor off and is ignored.',
    'zh-CN': '{key}：“{asked}”既不是 on 也不是 off，已忽略。',
  },
  version: {
    en: 'The link was made for version {asked}; this page reads version {version}.',
    'zh-CN': '链接版本为 {asked}，本页只识别版本 {version}。',
  },
  tooLong: {
    en: 'The link is too long to be read (over {limit} characters).',
    'zh-CN': '链接过长（超过 {limit} 个字符），未读取。',
  },
  conflict: {
    en: '{setting}: {taken} is used. {reason}',
    'zh-CN': '{setting}：改用 {taken}。{reason}',
  },
  mapUnreadable: {
    en: 'Map: “{asked}” cannot be read, the usual one is used.',
    'zh-CN': '稳定性图：无法识别“{asked}”，改用默认设置。',
  },
  mapLimited: {
    en: 'Map: “{asked}” is beyond what is possible and was limited.',
    'zh-CN': '稳定性图：“{asked}”超出可用范围，已作限制。',
  },
  dataMissing: {
    en: 'This experiment trains on a file of its author’s, {asked}, which is not in the link: choose it under Dataset.',
    'zh-CN': '该实验使用作者自己的数据文件 {asked}，链接中不含文件内容：请在“数据集”下选择该文件。',
  },
  dataDiffers: {
    en: '{asked} is another file, or other columns of it, than the link was made with: the numbers will differ.',
    'zh-CN': '{asked} 的内容或所选列与链接所用的不同，数值将有差异。',
  },
  pinsFull: {
    en: '{most} runs are pinned already, so the one that was on screen was not: unpin one under Comparison.',
    'zh-CN': '已固定 {most} 次运行，屏幕上原有的运行未能固定：请在“对比”中取消固定一次。',
  },
  dismiss: { en: 'Dismiss', 'zh-CN': '关闭提示' },
} as const satisfies Record<string, Localized>;

/** What is said to those who do not see the page: the verdict, and what the run does. */
export const announcerTexts = {
  training: { en: '{title}. Training.', 'zh-CN': '{title}。正在训练。' },
  stoppedAt: { en: '{title}. Step {step}.', 'zh-CN': '{title}。第 {step} 步。' },
} as const satisfies Record<string, Localized>;
