import { drawClasses } from './classes';
import { dataset } from './dataset';

/** Two normal clouds that barely touch. */
export const gaussians = dataset({
  id: 'gaussians',
  name: { en: 'Gaussians', 'zh-CN': '高斯分布' },
  summary: {
    en: 'Two normal clouds: the easiest task, for looking at the gradient alone.',
    'zh-CN': '两团高斯点云：最简单的任务，便于只观察梯度。',
  },
  fields: {},
  task: { kind: 'classification', classes: 2 },
  inputs: 2,
  draw(stream, settings) {
    return drawClasses(stream, settings, 2, (label) => {
      const center = label === 0 ? -0.7 : 0.7;
      return [center + 0.3 * stream.normal(), center + 0.3 * stream.normal()];
    });
  },
});
