import type { Localized } from '../../base/localized';
import { rule } from '../finding';
import { explainOverflow, formatOf } from '../overflow';
import { brokenAt, namesOf, stepOf } from '../reading';

const titles: Readonly<Record<string, Localized>> = {
  activation: {
    en: 'Forward overflow at layer {layer}',
    'zh-CN': '前向溢出：第 {layer} 层',
  },
  output: { en: 'Forward overflow at the output', 'zh-CN': '前向溢出：网络输出' },
  loss: { en: 'The loss overflowed', 'zh-CN': '损失溢出' },
};

/** An activation, the output or the loss left the range of the number format. */
export const forwardOverflow = rule({
  id: 'forwardOverflow',
  find(evidence) {
    const broken = brokenAt(evidence);
    const title = broken && titles[broken.tensor];
    if (!title) return null;
    const { history, index } = evidence;
    const { layer, tensor } = broken;
    const last = tensor === 'loss' ? layer : layer - 1;
    return {
      severity: 'bad',
      title,
      evidence: [
        {
          en: 'Step {step}: RMS of the signal {first} at layer 1, {size} at layer {last}.',
          'zh-CN': '第 {step} 步：信号的均方根在第 1 层为 {first}，在第 {last} 层为 {size}。',
        },
        {
          en: '{format} holds values up to {limit}.',
          'zh-CN': '{format} 的最大有限值为 {limit}。',
        },
      ].slice(last > 0 ? 0 : 1),
      places: {
        ...formatOf(evidence),
        ...namesOf(evidence),
        step: stepOf(evidence),
        layer,
        last,
        first: history.layerAt(index, 'actRms', 1),
        size: history.layerAt(index, 'actRms', last),
      },
      ...explainOverflow(evidence),
    };
  },
});
