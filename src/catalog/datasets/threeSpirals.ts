import { cos, sin } from '../../base/elementary/trigonometric';
import { drawClasses } from './classes';
import { dataset } from './dataset';

/** Three arms, one class each. */
export const threeSpirals = dataset({
  id: 'threeSpirals',
  name: { en: 'Three spirals', 'zh-CN': '三螺旋' },
  summary: {
    en: 'Three interleaved arms, one class each.',
    'zh-CN': '三条交错的螺旋臂，各为一类。',
  },
  fields: {},
  task: { kind: 'classification', classes: 3 },
  inputs: 2,
  draw(stream, settings) {
    return drawClasses(stream, settings, 3, (label) => {
      const along = Math.sqrt(stream.uniform());
      const angle = 2 * Math.PI * (1.2 * along + label / 3);
      return [1.4 * along * sin(angle), 1.4 * along * cos(angle)];
    });
  },
});
