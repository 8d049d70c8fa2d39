import { cos, sin } from '../../base/elementary/trigonometric';
import { drawClasses } from './classes';
import { dataset } from './dataset';

/** Ten normal clouds on two rings, one class each. */
export const blobs = dataset({
  id: 'blobs',
  name: { en: 'Ten blobs', 'zh-CN': '十个点簇' },
  summary: {
    en: 'Ten small clouds, one class each: many outputs on a simple task.',
    'zh-CN': '十个小点簇，各为一类：任务简单而输出较多。',
  },
  fields: {},
  task: { kind: 'classification', classes: 10 },
  inputs: 2,
  draw(stream, settings) {
    return drawClasses(stream, settings, 10, (label) => {
      const radius = label % 2 === 0 ? 1.2 : 0.7;
      const angle = (2 * Math.PI * label) / 10;
      return [
        radius * cos(angle) + 0.08 * stream.normal(),
        radius * sin(angle) + 0.08 * stream.normal(),
      ];
    });
  },
});
