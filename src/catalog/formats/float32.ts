import { format } from './format';

/** Everything in float32. */
export const float32 = format({
  id: 'float32',
  name: { en: 'float32', 'zh-CN': 'float32' },
  summary: {
    en: 'Single precision throughout: finite up to 3.4×10³⁸.',
    'zh-CN': '全程单精度：有限值可达 3.4×10³⁸。',
  },
  fields: {},
  largest: 3.4028234663852886e38,
});
