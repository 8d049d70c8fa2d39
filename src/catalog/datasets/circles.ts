import { cos, sin } from '../../base/elementary/trigonometric';
import { drawClasses } from './classes';
import { dataset } from './dataset';

/** A disk inside a ring. */
export const circles = dataset({
  id: 'circles',
  name: { en: 'Circles', 'zh-CN': '同心圆' },
  summary: {
    en: 'A disk inside a ring: one bend of the boundary is enough.',
    'zh-CN': '圆盘与外环：边界弯曲一次即可分开。',
  },
  fields: {},
  task: { kind: 'classification', classes: 2 },
  inputs: 2,
  draw(stream, settings) {
    return drawClasses(stream, settings, 2, (label) => {
      const radius = label === 0 ? 0.7 * Math.sqrt(stream.uniform()) : 1.1 + 0.4 * stream.uniform();
      const angle = 2 * Math.PI * stream.uniform();
      return [radius * cos(angle), radius * sin(angle)];
    });
  },
});
