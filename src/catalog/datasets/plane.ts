import { drawFunction } from './classes';
import { dataset } from './dataset';

/** A linear function of two inputs. */
export const plane = dataset({
  id: 'plane',
  name: { en: 'Plane (regression)', 'zh-CN': '平面（回归）' },
  summary: {
    en: 'A linear function of two inputs: real targets whose scale can be changed.',
    'zh-CN': '两个输入的线性函数：目标为实数，可改变其尺度。',
  },
  fields: {},
  task: { kind: 'regression', outputs: 1 },
  inputs: 2,
  draw: (stream, settings) =>
    drawFunction(stream, settings, { inputs: 2, reach: 1.5 }, ([x, y]) => 0.8 * x - 0.6 * y),
});
