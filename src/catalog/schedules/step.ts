import { power } from '../../base/elementary/power';
import { schedule } from './schedule';

/** `lr·γ^⌊t/T⌋`: the learning rate falls by a factor every T steps. */
export const step = schedule({
  id: 'step',
  name: { en: 'Step decay', 'zh-CN': '阶梯衰减' },
  summary: {
    en: 'The learning rate falls by a factor every so many steps.',
    'zh-CN': '每隔若干步，学习率乘以一个衰减因子。',
  },
  formula: String.raw`\eta_t=\eta\,\gamma^{\lfloor t/T\rfloor}`,
  evidence: { en: 'rate {rate} now', 'zh-CN': '当前学习率 {rate}' },
  fields: {
    decayFactor: {
      kind: 'number',
      label: { en: 'Decay factor', 'zh-CN': '衰减因子' },
      change: 'live',
      default: 0.5,
      min: 0.01,
      max: 1,
      scale: 'log',
    },
    decayEvery: {
      kind: 'number',
      label: { en: 'Every … steps', 'zh-CN': '每隔步数' },
      change: 'live',
      default: 100,
      min: 1,
      max: 100000,
      scale: 'ladder',
      integer: true,
    },
  },
  source: {
    authors: 'C. Szegedy, W. Liu, Y. Jia, P. Sermanet, S. Reed, D. Anguelov, et al.',
    year: 2015,
    title: 'Going Deeper with Convolutions',
  },
  factor: (at, { decayFactor, decayEvery }) => power(decayFactor, Math.floor(at / decayEvery)),
});
