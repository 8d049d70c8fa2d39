import { type Claim, claimRun } from '../claim';
import { finite, learns, lost, ratio } from '../evidence';
import { exploding, untreated } from './base';

const centralized = claimRun(
  'centralized',
  { en: 'with centralization', 'zh-CN': '梯度中心化' },
  { ...exploding, centralization: true },
  5,
);
const standardized = claimRun(
  'standardized',
  { en: 'with standardization', 'zh-CN': '梯度标准化' },
  { ...exploding, standardization: true },
  60,
);

/** Centralization and standardization. */
export const gradientStandardization: Claim = {
  id: 'gradientStandardization',
  claim: {
    en: 'Centralizing or standardizing the gradient prevents the explosion.',
    'zh-CN': '对梯度做中心化或标准化能防止梯度爆炸。',
  },
  judgment: 'halfRight',
  verdict: {
    en: 'Centralization takes the mean away, which trims the first update to about 0.8 of its size: the run is lost as before. Standardization sets the size of every layer’s update anew, so the numbers stay finite; the gradient behind it is as large as before, and this network does not learn in 60 steps. Neither changes the growth per layer.',
    'zh-CN':
      '中心化去掉均值，第一步的更新只缩小到约 0.8 倍：训练照旧失败。标准化重新设定每层更新的大小，数值因而保持有限；其背后的梯度与之前一样大，这个网络在 60 步内没有学会。两者都不改变每层倍数。',
  },
  runs: [untreated, centralized, standardized],
  evidence: [
    ratio('change', centralized, untreated, 0.75, 0.85),
    lost(centralized, 2),
    ratio('change', standardized, untreated, 0, 1e-4),
    ratio('growth', standardized, untreated, 0.99, 1.01),
    finite(standardized),
    learns(standardized, false),
  ],
  source: { name: 'Yong et al. 2020', url: 'https://arxiv.org/abs/2004.01461' },
};
