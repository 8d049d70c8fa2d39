import { at, exactly } from '../../base/at';
import { epsilonField } from './constants';
import { movingAverage } from './moments';
import { optimizer } from './optimizer';

/** `v ← ρv + (1 − ρ)g²`, `Δθ = −lr·g/√(v + ε)` (Tieleman and Hinton 2012). */
export const rmsprop = optimizer({
  id: 'rmsprop',
  name: { en: 'RMSProp', 'zh-CN': 'RMSProp' },
  summary: {
    en: 'Divides each component by the running size of its gradient: steps stay bounded while gradients do not.',
    'zh-CN': '用梯度的滑动均方根做归一化：更新有界，但梯度本身并不变小。',
  },
  formula: String.raw`v\leftarrow\rho v+(1-\rho)g^2,\quad\Delta\theta=-\eta\,\frac{g}{\sqrt{v+\varepsilon}}`,
  source: {
    authors: 'T. Tieleman, G. Hinton',
    year: 2012,
    title:
      'Lecture 6.5 — RMSProp: Divide the Gradient by a Running Average of Its Recent Magnitude',
  },
  fields: {
    rho: {
      kind: 'number',
      label: { en: 'Decay ρ', 'zh-CN': '衰减 ρ' },
      help: {
        en: 'Share of the mean square kept at each step.',
        'zh-CN': '每一步保留的均方值比例。',
      },
      change: 'live',
      default: 0.9,
      min: 0,
      max: 0.9999,
      scale: 'linear',
      step: 0.01,
    },
    epsilon: epsilonField,
  },
  init: (ops, parameters) => [parameters.map((p) => ops.fill(p.shape, 0))],
  update(ops, gradients, state, { settings: { learningRate, rho, epsilon } }) {
    const [previous] = exactly(1, state, 'slots of the state');
    const squares = gradients.map((g) => ops.square(g));
    const meanSquare = movingAverage(ops, previous, squares, rho);
    const changes = meanSquare.map((v, group) =>
      ops.div(
        ops.mul(at(gradients, group, 'parameter group'), -learningRate),
        ops.sqrt(ops.add(v, epsilon)),
      ),
    );
    return { gradients: changes, state: [meanSquare] };
  },
});
