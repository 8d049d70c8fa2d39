import { exactly } from '../../base/at';
import { momentumField } from './constants';
import { velocity } from './momentum';
import { optimizer } from './optimizer';

/** `v ← μv + g`, `Δθ = −lr·(g + μv)` (Nesterov 1983, in the form of Sutskever et al. 2013). */
export const nesterov = optimizer({
  id: 'nesterov',
  name: { en: 'Nesterov momentum', 'zh-CN': 'Nesterov 动量' },
  short: { en: 'Nesterov', 'zh-CN': 'Nesterov' },
  summary: {
    en: 'Momentum that looks one step ahead, which damps its overshoot.',
    'zh-CN': '向前多看一步的动量法，可减轻过冲。',
  },
  formula: String.raw`v\leftarrow\mu v+g,\quad\Delta\theta=-\eta\,(g+\mu v)`,
  source: {
    authors: 'Y. Nesterov',
    year: 1983,
    title: 'A Method of Solving a Convex Programming Problem with Convergence Rate O(1/k²)',
  },
  fields: { momentum: momentumField },
  init: (ops, parameters) => [parameters.map((p) => ops.fill(p.shape, 0))],
  update(ops, gradients, state, { settings }) {
    const [previous] = exactly(1, state, 'slots of the state');
    const next = velocity(ops, gradients, previous, settings.momentum);
    const ahead = velocity(ops, gradients, next, settings.momentum);
    return { gradients: ahead.map((v) => ops.mul(v, -settings.learningRate)), state: [next] };
  },
});
