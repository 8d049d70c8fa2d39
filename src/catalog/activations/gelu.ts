import { erfc } from '../../base/elementary/erfc';
import { exp } from '../../base/elementary/exponential';
import { asin } from '../../base/elementary/trigonometric';
import type { Ops, Tensor } from '../../ops/ops';
import { activation } from './activation';
import { type GaussianMoments, quadrature } from './gaussianMoments';

/** Below this, `yΦ(y)` and its slope are zero in float32; their limits at −Inf are zero too. */
const tail = -14;

/** `Φ(y)`, the standard normal distribution function. */
function normalDistribution(ops: Ops, y: Tensor): Tensor {
  return ops.mul(ops.add(ops.erf(ops.mul(y, Math.SQRT1_2)), 1), 0.5);
}

/** `φ(y) = yΦ(y)`, the exact form with the error function (Hendrycks and Gimpel 2016). */
export const gelu = activation({
  id: 'gelu',
  name: { en: 'GELU', 'zh-CN': 'GELU' },
  summary: {
    en: 'The smooth gate of transformers: weighs a value by how likely a normal one is smaller.',
    'zh-CN': 'Transformer 常用的平滑门控：按标准正态分布函数对输入加权。',
  },
  formula: String.raw`\varphi(z)=z\,\Phi(z)`,
  source: {
    authors: 'D. Hendrycks, K. Gimpel',
    year: 2016,
    title: 'Gaussian Error Linear Units (GELUs)',
  },
  fields: {},
  rectifies: true,
  suited: () => ({ growth: 0.65 }),
  forward: (ops, y) => ops.where(ops.less(y, tail), 0, ops.mul(y, normalDistribution(ops, y))),
  backward(ops, gradient, y) {
    const density = ops.tidy(() =>
      ops.mul(ops.exp(ops.mul(ops.square(y), -0.5)), 1 / Math.sqrt(2 * Math.PI)),
    );
    const bell = ops.tidy(() =>
      ops.where(ops.lessEqual(-tail, ops.abs(y)), 0, ops.mul(y, density)),
    );
    ops.dispose(density);
    const slope = ops.tidy(() => ops.add(normalDistribution(ops, y), bell));
    return ops.mul(gradient, slope);
  },
  moments,
});

/** `E φ`, `E φ²` and `E φ'²` in closed form, `E φ'⁴` by quadrature. */
function moments(q: number): GaussianMoments {
  const angle = asin(q / (1 + q)) / (2 * Math.PI);
  const root = Math.sqrt(1 + 2 * q);
  const slope = (y: number) => distribution(y) + (y * exp(-0.5 * y * y)) / Math.sqrt(2 * Math.PI);
  return {
    m1: q / Math.sqrt(2 * Math.PI * (1 + q)),
    m2: q * (1 / 4 + angle + q / (Math.PI * (1 + q) * root)),
    d2: 1 / 4 + angle + (q * (3 + 5 * q)) / (2 * Math.PI * (1 + q) * root * root * root),
    d4: quadrature(q, (y) => y * distribution(y), slope).d4,
  };
}

/** `Φ(y)` in float64, within 1e-7. */
function distribution(y: number): number {
  const x = Math.abs(y) * Math.SQRT1_2;
  const upper = 0.5 * erfc(x);
  return y < 0 ? upper : 1 - upper;
}
