import type { Localized } from '../base/localized';

/** Texts of the maps of stability. */
export const mapTexts = {
  title: { en: 'Map of stability', 'zh-CN': '稳定性图' },
  about: {
    en: 'Varies two settings of the experiment. Every cell is a network of its own; the line is where mean-field theory predicts that the gradient neither grows nor shrinks.',
    'zh-CN':
      '改变当前实验的两个设置，每一格都是一个独立的网络。图中的线为平均场理论预测梯度既不增长也不衰减之处。',
  },
  presets: { en: 'Suggested maps', 'zh-CN': '推荐的图' },
  horizontal: { en: 'Horizontal axis', 'zh-CN': '横轴' },
  vertical: { en: 'Vertical axis', 'zh-CN': '纵轴' },
  cell: { en: 'Each cell', 'zh-CN': '每一格' },
  setting: { en: 'Setting', 'zh-CN': '设置' },
  from: { en: 'From', 'zh-CN': '从' },
  to: { en: 'To', 'zh-CN': '到' },
  scale: { en: 'Scale', 'zh-CN': '刻度' },
  linear: { en: 'Linear', 'zh-CN': '线性' },
  log: { en: 'Logarithmic', 'zh-CN': '对数' },
  measure: { en: 'Measure', 'zh-CN': '指标' },
  growth: { en: 'Growth per layer', 'zh-CN': '每层倍数' },
  growthAbout: {
    en: 'Of ‖∂L/∂h‖ from one layer to the one before, at initialization: no training is needed.',
    'zh-CN': '初始化时 ‖∂L/∂h‖ 由一层传到前一层的倍数，无需训练。',
  },
  nonFiniteStep: { en: 'Steps until non-finite', 'zh-CN': '首次出现非有限值的步' },
  nonFiniteStepAbout: {
    en: 'The step at which something in the network is no longer finite.',
    'zh-CN': '网络中首次出现非有限值的那一步。',
  },
  loss: { en: 'Final loss', 'zh-CN': '最终损失' },
  lossAbout: {
    en: 'Mean training loss over the last tenth of the steps.',
    'zh-CN': '最后十分之一步数内训练损失的均值。',
  },
  accuracy: { en: 'Accuracy', 'zh-CN': '准确率' },
  accuracyAbout: {
    en: 'Mean training accuracy over the last tenth of the steps.',
    'zh-CN': '最后十分之一步数内训练准确率的均值。',
  },
  skill: { en: 'R²', 'zh-CN': 'R²' },
  skillAbout: {
    en: 'Share of the variance explained over the last tenth of the steps: a regression has no accuracy.',
    'zh-CN': '最后十分之一步数内解释的方差比例：回归任务没有准确率。',
  },
  start: { en: 'Make the map', 'zh-CN': '生成图' },
  again: { en: 'Make it again', 'zh-CN': '重新生成' },
  progress: { en: '{done} of {total} cells', 'zh-CN': '已完成 {done} / {total} 格' },
  measured: {
    en: '{count} cells, measured at step 0.',
    'zh-CN': '共 {count} 格，各在第 0 步测量。',
  },
  trained: {
    en: '{count} cells, each trained for {steps} {steps|step|steps}.',
    'zh-CN': '共 {count} 格，每格训练 {steps} 步。',
  },
  noEffect: {
    en: 'These two settings have no effect together: choose others.',
    'zh-CN': '这两个设置不能同时起作用，请另选。',
  },
  outdated: {
    en: 'What is chosen has changed since this map was made.',
    'zh-CN': '生成此图之后所选内容已更改。',
  },
  boundary: { en: 'theory: growth 1', 'zh-CN': '理论：倍数为 1' },
  theory: { en: 'Theory: growth', 'zh-CN': '理论倍数' },
  notFinite: { en: 'not finite', 'zh-CN': '出现非有限值' },
  finite: { en: 'finite to the end', 'zh-CN': '数值始终有限' },
  waiting: { en: 'not known yet', 'zh-CN': '尚未得知' },
  lost: { en: 'lost: its worker stopped', 'zh-CN': '丢失：工作线程停止' },
  lostKey: { en: 'lost', 'zh-CN': '丢失' },
  impossible: { en: 'not possible', 'zh-CN': '不可行' },
  load: {
    en: 'Click, second tap or Enter loads this cell',
    'zh-CN': '单击、再次轻触或按回车键载入此格',
  },
  locked: { en: 'This cell changes a locked setting', 'zh-CN': '此格会更改已锁定的设置' },
  keys: {
    en: 'The arrow keys read the cells, Enter loads one.',
    'zh-CN': '用方向键读取各格，按回车键载入。',
  },
  heading: { en: '{measure}: {x} × {y}', 'zh-CN': '{measure}：{x} × {y}' },
  copyLink: { en: 'Copy link', 'zh-CN': '复制链接' },
  tableCorner: { en: '{y} by {x}', 'zh-CN': '{y} \\ {x}' },
  growthSummary: {
    en: 'Of {known} {known|cell|cells} the gradient grows towards the input in {above} and shrinks in {below}.',
    'zh-CN': '已知 {known} 格：{above} 格的梯度朝输入方向增长，{below} 格衰减。',
  },
  stepSummary: {
    en: '{finite} of {known} {known|cell|cells} {finite|stays|stay} finite to the end; the first break is at step {first} ({place}).',
    'zh-CN': '{known} 格中有 {finite} 格数值始终有限；最早在第 {first} 步出现非有限值（{place}）。',
  },
  allFinite: {
    en: '{known} of {known} {known|cell stays|cells stay} finite to the end.',
    'zh-CN': '{known} 格的数值全部始终有限。',
  },
  lossSummary: {
    en: 'The lowest loss of {known} {known|cell|cells} is {best} ({place}).',
    'zh-CN': '{known} 格中最低损失为 {best}（{place}）。',
  },
  accuracySummary: {
    en: 'The best of {known} {known|cell|cells} reaches {best} ({place}).',
    'zh-CN': '{known} 格中最好的达到 {best}（{place}）。',
  },
  brokenCells: { en: '{broken} {broken|is|are} not finite.', 'zh-CN': '{broken} 格出现非有限值。' },
  allBroken: {
    en: 'None of {known} {known|cell|cells} is finite.',
    'zh-CN': '{known} 格全部出现非有限值。',
  },
  earlier: { en: 'Earlier maps ({count})', 'zh-CN': '先前的图（{count}）' },
  show: { en: 'Show', 'zh-CN': '显示' },
  showMap: { en: 'Show {name}, {made}', 'zh-CN': '显示{name}，{made}' },
  delete: { en: 'Delete', 'zh-CN': '删除' },
  deleteMap: { en: 'Delete {name}, {made}', 'zh-CN': '删除{name}，{made}' },
} as const satisfies Record<string, Localized>;
