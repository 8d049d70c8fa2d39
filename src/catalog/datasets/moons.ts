import { cos, sin } from '../../base/elementary/trigonometric';
import { drawClasses } from './classes';
import { dataset } from './dataset';

/** Two half circles that reach into each other. */
export const moons = dataset({
  id: 'moons',
  name: { en: 'Moons', 'zh-CN': '双月' },
  summary: {
    en: 'Two half circles that reach into each other.',
    'zh-CN': '两个相互嵌套的半圆。',
  },
  fields: {},
  task: { kind: 'classification', classes: 2 },
  inputs: 2,
  draw(stream, settings) {
    return drawClasses(stream, settings, 2, (label) => {
      const angle = Math.PI * stream.uniform();
      const [x, y] = [cos(angle), sin(angle)];
      return label === 0 ? [x - 0.5, y - 0.25] : [0.5 - x, 0.25 - y];
    });
  },
});
