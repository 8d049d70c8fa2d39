import { activation } from './activation';
import { logistic, quadrature } from './gaussianMoments';

/** Beyond this distance from zero SiLU is linear (or zero) in float32. */
const tail = 100;

/** `φ(y) = y·σ(y)`, also called swish (Elfwing, Uchibe and Doya 2018). */
export const silu = activation({
  id: 'silu',
  name: { en: 'SiLU', 'zh-CN': 'SiLU' },
  summary: {
    en: 'A value times its own sigmoid: smooth, and slightly negative just below zero.',
    'zh-CN': '输入乘以自身的 sigmoid：平滑，在零点左侧略为负值。',
  },
  formula: String.raw`\varphi(z)=\frac{z}{1+e^{-z}}`,
  source: {
    authors: 'S. Elfwing, E. Uchibe, K. Doya',
    year: 2018,
    title: 'Sigmoid-Weighted Linear Units for Neural Network Function Approximation',
  },
  fields: {},
  rectifies: true,
  suited: () => ({ growth: 0.527 }),
  forward: (ops, y) => ops.where(ops.less(y, -tail), 0, ops.mul(y, ops.sigmoid(y))),
  backward(ops, gradient, y) {
    const gate = ops.sigmoid(y);
    const bend = ops.mul(ops.mul(y, gate), ops.sub(1, gate));
    const slope = ops.add(gate, ops.where(ops.less(tail, ops.abs(y)), 0, bend));
    return ops.mul(gradient, slope);
  },
  moments: (variance) =>
    quadrature(
      variance,
      (y) => y * logistic(y),
      (y, h) => logistic(y) * (1 + y - h),
    ),
});
