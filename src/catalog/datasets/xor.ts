import { drawClasses } from './classes';
import { dataset } from './dataset';

/** Opposite quadrants share a class: no straight line separates them. */
export const xor = dataset({
  id: 'xor',
  name: { en: 'XOR', 'zh-CN': '异或' },
  summary: {
    en: 'Opposite quadrants share a class: no straight line separates them.',
    'zh-CN': '对角象限同属一类：任何直线都无法分开。',
  },
  fields: {},
  task: { kind: 'classification', classes: 2 },
  inputs: 2,
  draw(stream, settings) {
    const magnitude = () => 0.1 + 1.1 * stream.uniform();
    return drawClasses(stream, settings, 2, (label) => {
      const side = stream.uniform() < 0.5 ? -1 : 1;
      return [side * magnitude(), (label === 0 ? side : -side) * magnitude()];
    });
  },
});
