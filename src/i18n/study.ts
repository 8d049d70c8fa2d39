import type { Localized } from '../base/localized';

/** Texts of the studies: many experiments in the background. */
export const studyTexts = {
  trialsTitle: { en: 'Every safeguard on this experiment', 'zh-CN': '在此实验上逐一尝试防护措施' },
  trialsAbout: {
    en: 'Trains the experiment again with each safeguard alone: same data, same initial weights, same batches.',
    'zh-CN': '对当前实验逐一单独启用每种防护措施并重新训练：数据、初始权重和批次都相同。',
  },
  start: { en: 'Try every safeguard', 'zh-CN': '尝试所有防护' },
  again: { en: 'Try again', 'zh-CN': '重新尝试' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
  resume: { en: 'Go on', 'zh-CN': '继续' },
  progress: {
    en: '{done} of {total} {total|training|trainings}',
    'zh-CN': '已完成 {done} / {total} 次训练',
  },
  paced: {
    en: 'Makes pauses while the run on screen trains, which keeps four fifths of its pace.',
    'zh-CN': '当前运行训练时会间歇暂停，使其至少保持五分之四的速度。',
  },
  hidden: { en: 'also while the page is hidden', 'zh-CN': '页面隐藏时也继续' },
  outdated: {
    en: 'The experiment has changed since these trials.',
    'zh-CN': '此次尝试之后实验已更改。',
  },
  variant: { en: 'Safeguard', 'zh-CN': '防护措施' },
  verdict: { en: 'Verdict', 'zh-CN': '结论' },
  finiteUntil: { en: 'Finite until', 'zh-CN': '数值有限到' },
  gradient: { en: '‖g‖ at init', 'zh-CN': '初始 ‖g‖' },
  loss: { en: 'Final loss', 'zh-CN': '最终损失' },
  accuracy: { en: 'Accuracy', 'zh-CN': '准确率' },
  skill: { en: 'R²', 'zh-CN': 'R²' },
  pace: { en: 'ms per step', 'zh-CN': '毫秒/步' },
  curve: { en: 'Loss', 'zh-CN': '损失' },
  toTheEnd: { en: 'the end', 'zh-CN': '结束' },
  atStep: { en: 'step {step}', 'zh-CN': '第 {step} 步' },
  nonFinite: { en: 'not finite', 'zh-CN': '出现非有限值' },
  sometimesNonFinite: {
    en: 'not finite for {lost} of {known} seeds',
    'zh-CN': '{known} 个种子中有 {lost} 个出现非有限值',
  },
  stuck: {
    en: 'skips every step: the loss is not finite',
    'zh-CN': '每步都被跳过：损失非有限',
  },
  chance: { en: 'keeps it finite, does not learn', 'zh-CN': '数值保持有限，但学不会' },
  learns: { en: 'finite and learns', 'zh-CN': '数值有限，且能学会' },
  tames: { en: 'gradient {ratio}', 'zh-CN': '梯度 {ratio}' },
  same: { en: 'gradient as before', 'zh-CN': '梯度不变' },
  seedsKnown: { en: '{known} of {all} seeds', 'zh-CN': '{all} 个种子中的 {known} 个' },
  waiting: { en: 'waiting', 'zh-CN': '等待中' },
  failed: { en: 'the worker stopped: {message}', 'zh-CN': '工作线程停止：{message}' },
  load: { en: 'Load {name}', 'zh-CN': '载入：{name}' },
  tooLarge: {
    en: 'This experiment is over the budget, so it cannot be tried.',
    'zh-CN': '此实验超出预算，无法尝试。',
  },
} as const satisfies Record<string, Localized>;
