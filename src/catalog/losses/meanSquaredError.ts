import { loss } from './loss';

/** Mean over batch and outputs of `(output − target)²`. */
export const meanSquaredError = loss({
  id: 'meanSquaredError',
  name: { en: 'MSE', 'zh-CN': '均方误差' },
  summary: {
    en: 'Mean squared error. Its gradient is as large as the error: an overgrown output feeds an even larger gradient back.',
    'zh-CN': '梯度与误差成正比：输出过大时，反传的梯度也随之变大。',
  },
  formula: String.raw`L=\frac{1}{BK}\sum_{b,k}(z_{bk}-y_{bk})^2`,
  source: {
    authors: 'D. E. Rumelhart, G. E. Hinton, R. J. Williams',
    year: 1986,
    title: 'Learning Representations by Back-Propagating Errors',
  },
  fields: {},
  needsClasses: false,
  evaluate(ops, output, target) {
    const error = ops.sub(output, target);
    const count = output.shape.reduce((size, length) => size * length, 1);
    return {
      loss: ops.mul(ops.sum(ops.square(error)), 1 / count),
      gradient: ops.mul(error, 2 / count),
    };
  },
});
