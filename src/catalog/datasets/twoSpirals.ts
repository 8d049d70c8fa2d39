import { cos, sin } from '../../base/elementary/trigonometric';
import { drawClasses } from './classes';
import { dataset } from './dataset';

/** Two arms that wind around each other 1.75 times: hard for a shallow network. */
export const twoSpirals = dataset({
  id: 'twoSpirals',
  name: { en: 'Two spirals', 'zh-CN': '双螺旋' },
  summary: {
    en: 'Two interleaved arms: needs depth, and shows whether a network learns at all.',
    'zh-CN': '两条交错的螺旋臂：需要一定深度，可检验网络是否真正在学习。',
  },
  fields: {},
  task: { kind: 'classification', classes: 2 },
  inputs: 2,
  draw(stream, settings) {
    return drawClasses(stream, settings, 2, (label) => {
      const along = Math.sqrt(stream.uniform());
      const angle = 2 * Math.PI * (1.75 * along + label / 2);
      return [1.4 * along * sin(angle), 1.4 * along * cos(angle)];
    });
  },
});
