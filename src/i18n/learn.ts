import type { Localized } from '../base/localized';

/** Texts of what the page teaches. */
export const learnTexts = {
  about: {
    en: 'Each opens an experiment, says what to expect, and checks it against what is measured.',
    'zh-CN': '每个场景打开一个实验，说明预期结果，并与实际测量对照。',
  },
  open: { en: 'Open', 'zh-CN': '打开' },
  openThis: { en: 'Open: {title}', 'zh-CN': '打开：{title}' },
  run: { en: 'Run {steps} {steps|step|steps}', 'zh-CN': '运行 {steps} 步' },
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
  parts: { en: 'Parts', 'zh-CN': '分区' },
  lessons: { en: 'Lessons', 'zh-CN': '课程' },
  scenarios: { en: 'Scenarios', 'zh-CN': '场景' },
  claims: { en: 'Claims', 'zh-CN': '常见说法' },
  words: { en: 'Glossary', 'zh-CN': '术语表' },
} as const satisfies Record<string, Localized>;

/** Texts of the lessons. */
export const lessonTexts = {
  about: {
    en: 'Each takes a few minutes: predict, run, see, and read why. What you did is kept in this browser.',
    'zh-CN': '每课几分钟：先预测，再运行、观察，然后读原因。进度保存在此浏览器中。',
  },
  start: { en: 'Start', 'zh-CN': '开始' },
  goOn: { en: 'Go on', 'zh-CN': '继续' },
  again: { en: 'Again', 'zh-CN': '重学' },
  named: { en: '{action}: {title}', 'zh-CN': '{action}：{title}' },
  progress: { en: '{done} of {total} steps', 'zh-CN': '已完成 {done} / {total} 步' },
  finished: { en: 'finished', 'zh-CN': '已学完' },
  reset: { en: 'Forget my progress', 'zh-CN': '清除进度' },
  stepOf: { en: '{lesson} · step {step} of {total}', 'zh-CN': '{lesson} · 第 {step} / {total} 步' },
  stepsOf: { en: 'Steps of {title}', 'zh-CN': '{title}的步骤' },
  step: { en: 'Step {step}: {title}', 'zh-CN': '第 {step} 步：{title}' },
  stepDone: { en: 'Step {step}, done: {title}', 'zh-CN': '第 {step} 步（已完成）：{title}' },
  chooseFirst: { en: 'Choose an answer, then run it.', 'zh-CN': '先选择答案，再运行。' },
  run: { en: 'Run it', 'zh-CN': '运行' },
  other: {
    en: 'The experiment on screen is another now. Look around as you like.',
    'zh-CN': '当前实验已与本步的不同，可随意尝试。',
  },
  back: { en: 'Set it back', 'zh-CN': '恢复实验' },
  came: { en: 'It came as you predicted: {answer}', 'zh-CN': '与预测一致：{answer}' },
  cameOther: {
    en: 'You predicted “{choice}”. It came otherwise: {answer}',
    'zh-CN': '你预测“{choice}”。实际是：{answer}',
  },
  answer: { en: 'It came out: {answer}', 'zh-CN': '实际是：{answer}' },
  unmet: {
    en: 'Expected was: {answer}. This run came out otherwise: see the checks below.',
    'zh-CN': '预期是：{answer}。但本次运行与此不符，见下方的检查。',
  },
  solve: { en: 'Show one way', 'zh-CN': '给出一种解法' },
  previous: { en: 'Previous', 'zh-CN': '上一步' },
  next: { en: 'Next', 'zh-CN': '下一步' },
  all: { en: 'All lessons', 'zh-CN': '所有课程' },
  leave: { en: 'Leave the lesson', 'zh-CN': '退出课程' },
  look: { en: 'Show me: {place}', 'zh-CN': '指给我看：{place}' },
  settings: { en: 'the settings', 'zh-CN': '设置' },
  norms: { en: 'the gradient norm by layer', 'zh-CN': '各层梯度范数' },
  learning: { en: 'the loss', 'zh-CN': '损失' },
  mechanism: { en: 'chain rule and pipeline', 'zh-CN': '链式法则与处理流程' },
  reading: { en: 'the diagnosis', 'zh-CN': '诊断' },
} as const satisfies Record<string, Localized>;

/** Texts of the claims. */
export const claimTexts = {
  about: {
    en: 'What people say of exploding gradients. Each is tested by short trainings, run here when you press the button.',
    'zh-CN': '关于梯度爆炸的常见说法。每一条都用短训练检验，按下按钮即在此运行。',
  },
  quoted: { en: '“{claim}”', 'zh-CN': '“{claim}”' },
  right: { en: 'right', 'zh-CN': '正确' },
  halfRight: { en: 'half right', 'zh-CN': '部分正确' },
  wrong: { en: 'wrong', 'zh-CN': '错误' },
  verdict: { en: 'Verdict: {verdict}.', 'zh-CN': '结论：{verdict}。' },
  look: { en: 'Look closer', 'zh-CN': '查看' },
  close: { en: 'Close', 'zh-CN': '收起' },
  test: {
    en: 'Test it: {count} short {count|training|trainings}',
    'zh-CN': '检验：{count} 次短训练',
  },
  again: { en: 'Test it again', 'zh-CN': '再次检验' },
  progress: {
    en: '{done} of {total} {total|training|trainings}',
    'zh-CN': '已完成 {done} / {total} 次训练',
  },
  run: { en: 'Training', 'zh-CN': '训练' },
  growth: { en: 'Growth per layer', 'zh-CN': '每层倍数' },
  gradient: { en: '‖∂L/∂θ‖ at step 0', 'zh-CN': '第 0 步 ‖∂L/∂θ‖' },
  finite: { en: 'Finite', 'zh-CN': '数值有限' },
  toStep: { en: 'to step {step}', 'zh-CN': '到第 {step} 步' },
  lostAt: { en: 'lost at step {step}', 'zh-CN': '第 {step} 步失败' },
  skill: { en: 'Skill', 'zh-CN': '学习程度' },
  load: { en: 'Open {name}', 'zh-CN': '打开：{name}' },
  expected: { en: 'What the verdict rests on', 'zh-CN': '结论的依据' },
  source: { en: 'Source:', 'zh-CN': '来源：' },
} as const satisfies Record<string, Localized>;
