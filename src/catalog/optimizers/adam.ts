import { at, exactly } from '../../base/at';
import { power } from '../../base/elementary/power';
import type { NumberField } from '../../base/field';
import { epsilonField } from './constants';
import { movingAverage } from './moments';
import { optimizer } from './optimizer';

const decay = {
  kind: 'number',
  change: 'live',
  min: 0,
  max: 0.9999,
  scale: 'linear',
  step: 0.001,
} as const satisfies Partial<NumberField>;

/**
 * `m ← β₁m + (1 − β₁)g`, `v ← β₂v + (1 − β₂)g²`, `Δθ = −lr·m̂/(√v̂ + ε)`, both bias-corrected and
 * ε outside the root (Kingma and Ba 2015). Where `g²` overflows, `v` is Inf and the step is 0.
 */
export const adam = optimizer({
  id: 'adam',
  name: { en: 'Adam', 'zh-CN': 'Adam' },
  summary: {
    en: 'Steps of about the learning rate whatever the gradient’s size. Changes the update, not the gradient; with g² overflowed it freezes.',
    'zh-CN': '无论梯度大小，步长约等于学习率。它改变更新而不改变梯度；g² 溢出后参数会冻结。',
  },
  formula: String.raw`m\leftarrow\beta_1 m+(1-\beta_1)g,\quad v\leftarrow\beta_2 v+(1-\beta_2)g^2,\quad\Delta\theta=-\eta\,\frac{\hat m}{\sqrt{\hat v}+\varepsilon}`,
  source: {
    authors: 'D. P. Kingma, J. Ba',
    year: 2015,
    title: 'Adam: A Method for Stochastic Optimization',
  },
  glossary: 'adam',
  fields: {
    beta1: {
      ...decay,
      label: { en: 'β₁', 'zh-CN': 'β₁' },
      help: { en: 'Decay of the mean gradient.', 'zh-CN': '一阶矩（梯度均值）的衰减率。' },
      default: 0.9,
    },
    beta2: {
      ...decay,
      label: { en: 'β₂', 'zh-CN': 'β₂' },
      help: {
        en: 'Decay of the mean squared gradient.',
        'zh-CN': '二阶矩（梯度平方均值）的衰减率。',
      },
      default: 0.999,
    },
    epsilon: epsilonField,
  },
  init: (ops, parameters) => [
    parameters.map((p) => ops.fill(p.shape, 0)),
    parameters.map((p) => ops.fill(p.shape, 0)),
  ],
  update(ops, gradients, state, { step, settings }) {
    const [m, v] = exactly(2, state, 'slots of the state');
    const { learningRate, beta1, beta2, epsilon } = settings;
    const squares = gradients.map((g) => ops.square(g));
    const mean = movingAverage(ops, m, gradients, beta1);
    const meanSquare = movingAverage(ops, v, squares, beta2);
    const rate = -learningRate / (1 - power(beta1, step + 1));
    const correction = 1 / (1 - power(beta2, step + 1));
    const changes = meanSquare.map((square, group) => {
      const root = ops.add(ops.sqrt(ops.mul(square, correction)), epsilon);
      return ops.div(ops.mul(at(mean, group, 'parameter group'), rate), root);
    });
    return { gradients: changes, state: [mean, meanSquare] };
  },
});
