import { lostBy, overflowsIn } from '../checks';
import { scenario } from '../scenario';

/** float16 overflows. */
export const float16Overflow = scenario({
  id: 'float16Overflow',
  title: { en: 'float16 overflows', 'zh-CN': 'float16 溢出' },
  story: {
    en: 'Numbers above 65504 do not exist in float16, so the doubling signal overflows after a dozen layers, before any training.',
    'zh-CN': 'float16 无法表示大于 65504 的数，逐层翻倍的信号十几层后就溢出，训练尚未开始。',
  },
  settings: { depth: 20, gain: 2, numberFormat: 'float16' },
  steps: 0,
  checks: [lostBy(0), overflowsIn(11, 17)],
});
