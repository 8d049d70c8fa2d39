import { accuracy, finiteTo, growth } from '../checks';
import { scenario } from '../scenario';

/** Layer normalization mends the gain. */
export const layerNorm = scenario({
  id: 'layerNorm',
  title: { en: 'Layer normalization mends the gain', 'zh-CN': '层归一化消除过大的增益' },
  story: {
    en: 'Layer normalization divides by the size of the signal, so weights that are too large no longer matter.',
    'zh-CN': '层归一化除以信号的大小，权重过大便不再有影响。',
  },
  settings: {
    depth: 20,
    gain: 1.5,
    normalization: 'layer',
    loss: 'meanSquaredError',
    learningRate: 0.01,
  },
  steps: 300,
  checks: [growth(1, 0.1), finiteTo(300), accuracy(300, '>', 0.55)],
});
