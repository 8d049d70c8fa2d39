import { finiteTo, gradient, lossRatio } from '../checks';
import { scenario } from '../scenario';

/** Adam survives. */
export const adamSurvives = scenario({
  id: 'adamSurvives',
  title: { en: 'Adam survives', 'zh-CN': 'Adam 撑得住' },
  story: {
    en: 'Adam divides each component by its own size, so even a gradient of ten million makes an ordinary step: finite, but still exploding.',
    'zh-CN': 'Adam 把每个分量除以自身大小，即使梯度上千万，步长也正常：数值有限，但梯度仍在爆炸。',
  },
  settings: {
    depth: 20,
    gain: 1.5,
    loss: 'meanSquaredError',
    optimizer: 'adam',
    learningRate: 0.001,
  },
  steps: 60,
  checks: [gradient(0, '>', 1e6), finiteTo(60), lossRatio(60, '<', 0.9)],
});
