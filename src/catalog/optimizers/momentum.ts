import { at, exactly } from '../../base/at';
import type { Ops } from '../../ops/ops';
import type { Stacks } from '../../ops/parameters';
import { momentumField } from './constants';
import { optimizer } from './optimizer';

/** `v ← μv + g`, the velocity of heavy-ball and Nesterov momentum, 0 at first. */
export function velocity(ops: Ops, gradients: Stacks, previous: Stacks, momentum: number): Stacks {
  return gradients.map((g, group) =>
    ops.add(ops.mul(at(previous, group, 'parameter group'), momentum), g),
  );
}

/** `v ← μv + g`, `Δθ = −lr·v`, without dampening (Polyak 1964). */
export const momentum = optimizer({
  id: 'momentum',
  name: { en: 'Momentum', 'zh-CN': '动量法' },
  summary: {
    en: 'Accumulates a velocity, which speeds up valleys and keeps an exploded gradient moving for many steps.',
    'zh-CN': '累积速度以加快收敛，但一次爆炸的梯度会持续影响很多步。',
  },
  formula: String.raw`v\leftarrow\mu v+g,\quad\Delta\theta=-\eta\,v`,
  source: {
    authors: 'B. T. Polyak',
    year: 1964,
    title: 'Some Methods of Speeding up the Convergence of Iteration Methods',
  },
  fields: { momentum: momentumField },
  init: (ops, parameters) => [parameters.map((p) => ops.fill(p.shape, 0))],
  update(ops, gradients, state, { settings }) {
    const [previous] = exactly(1, state, 'slots of the state');
    const next = velocity(ops, gradients, previous, settings.momentum);
    return { gradients: next.map((v) => ops.mul(v, -settings.learningRate)), state: [next] };
  },
});
