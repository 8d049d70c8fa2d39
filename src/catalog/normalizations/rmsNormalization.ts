import { growthEvidence } from '../growthEvidence';
import { normalization } from './normalization';
import { epsilonField, standardization } from './standardization';

/** `y = z/√(mean(z²) + ε)·γ + β` per sample, without subtracting a mean (Zhang and Sennrich 2019). */
export const rmsNormalization = normalization({
  id: 'rms',
  name: { en: 'RMS norm', 'zh-CN': 'RMS 归一化' },
  symbol: 'RMS',
  summary: {
    en: 'Layer normalization without its mean: cheaper, with the same hold on the gradient.',
    'zh-CN': '不减均值的层归一化：计算更省，对梯度的约束相同。',
  },
  formula: String.raw`y=\gamma\,\frac{z}{\sqrt{\overline{z^2}+\varepsilon}}+\beta`,
  evidence: growthEvidence,
  source: {
    authors: 'B. Zhang, R. Sennrich',
    year: 2019,
    title: 'Root Mean Square Layer Normalization',
  },
  fields: { normEpsilon: epsilonField },
  method: { bias: true, ...standardization({ axis: 1, centered: false }) },
});
