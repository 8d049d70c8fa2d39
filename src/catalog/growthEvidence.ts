import type { Localized } from '../base/localized';

/** What tells of an entry that changes the gradient itself: how it grows now. */
export const growthEvidence: Localized = {
  en: 'changes the gradient itself: ×{growth} per layer now',
  'zh-CN': '改变梯度本身：当前每层 ×{growth}',
};
