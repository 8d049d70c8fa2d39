import { cos } from '../../base/elementary/trigonometric';
import { schedule } from './schedule';

/** `lr·½(1 + cos(πt/T))` up to step T and 0 afterwards, without restarts (Loshchilov and Hutter 2017). */
export const cosine = schedule({
  id: 'cosine',
  name: { en: 'Cosine', 'zh-CN': '余弦' },
  summary: {
    en: 'The learning rate falls along a cosine to 0.',
    'zh-CN': '学习率沿余弦曲线降到 0。',
  },
  formula: String.raw`\eta_t=\eta\cdot\tfrac12\left(1+\cos\tfrac{\pi t}{T}\right)`,
  evidence: { en: 'rate {rate} now', 'zh-CN': '当前学习率 {rate}' },
  source: {
    authors: 'I. Loshchilov, F. Hutter',
    year: 2017,
    title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
  },
  fields: {
    cosineSteps: {
      kind: 'number',
      label: { en: 'Down to 0 in', 'zh-CN': '降到 0 的步数' },
      change: 'live',
      default: 300,
      min: 1,
      max: 100000,
      scale: 'ladder',
      integer: true,
    },
  },
  factor: (at, { cosineSteps }) => (1 + cos(Math.PI * Math.min(1, at / cosineSteps))) / 2,
});
