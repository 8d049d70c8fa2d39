import type { Localized } from '../base/localized';

/** Texts around the glossary, and the hints of a first visit. */
export const wordTexts = {
  glossary: { en: 'Glossary', 'zh-CN': '术语表' },
  about: {
    en: 'The terms of this page, in English and Chinese, with their formulas and papers.',
    'zh-CN': '本页所用术语的中英文对照、公式与出处。',
  },
  search: { en: 'Search', 'zh-CN': '搜索' },
  found: { en: '{count} {count|word|words}', 'zh-CN': '{count} 个术语' },
  hint: { en: 'Hint {number} of {total}', 'zh-CN': '提示 {number}/{total}' },
  next: { en: 'Next', 'zh-CN': '下一条' },
  done: { en: 'Done', 'zh-CN': '知道了' },
  noHints: { en: 'No hints', 'zh-CN': '不再提示' },
  hintSee: {
    en: 'Each column is one layer of a real network before training. Towards the input, on the left, the gradient grows by the same factor in every layer: it explodes.',
    'zh-CN':
      '每一列是真实网络的一层，尚未训练。越往左越靠近输入，每过一层梯度就放大同样的倍数：这就是梯度爆炸。',
  },
  hintRun: {
    en: 'Press Run and watch what such a gradient does to training.',
    'zh-CN': '按“运行”，看看这样的梯度会对训练造成什么影响。',
  },
  hintFix: {
    en: 'Try a fix: one press applies it, starts from the same seed, and shows what it changed.',
    'zh-CN': '试试一个修复办法：一键应用，从同一种子重新开始，并显示效果。',
  },
} as const satisfies Record<string, Localized>;
