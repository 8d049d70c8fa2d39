import { growthEvidence } from '../growthEvidence';
import { normalization } from './normalization';
import { epsilonField, standardization } from './standardization';

/** `y = (z − μ)/√(σ² + ε)·γ + β` per sample over the features (Ba, Kiros and Hinton 2016). */
export const layerNormalization = normalization({
  id: 'layer',
  name: { en: 'Layer norm', 'zh-CN': '层归一化' },
  symbol: 'LN',
  summary: {
    en: 'Normalizes every sample over its features. Divides the gain out: with ReLU the gradient neither grows nor shrinks.',
    'zh-CN': '对每个样本在特征维上做归一化。增益被除去：配合 ReLU 时梯度既不增长也不缩小。',
  },
  formula: String.raw`y=\gamma\,\frac{z-\mu}{\sqrt{\sigma^2+\varepsilon}}+\beta`,
  evidence: growthEvidence,
  source: {
    authors: 'J. L. Ba, J. R. Kiros, G. E. Hinton',
    year: 2016,
    title: 'Layer Normalization',
  },
  fields: { normEpsilon: epsilonField },
  method: { bias: true, ...standardization({ axis: 1, centered: true }) },
});
