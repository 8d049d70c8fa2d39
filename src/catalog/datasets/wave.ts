import { sin } from '../../base/elementary/trigonometric';
import { drawFunction } from './classes';
import { dataset } from './dataset';

/** A sine of one input, three periods long. */
export const wave = dataset({
  id: 'wave',
  name: { en: 'Wave (regression)', 'zh-CN': '正弦波（回归）' },
  summary: {
    en: 'A sine curve to fit: one input, one real output.',
    'zh-CN': '拟合一条正弦曲线：一个输入，一个实数输出。',
  },
  fields: {},
  task: { kind: 'regression', outputs: 1 },
  inputs: 1,
  draw: (stream, settings) =>
    drawFunction(stream, settings, { inputs: 1, reach: 1.5 }, ([x]) => sin(2 * Math.PI * x)),
});
