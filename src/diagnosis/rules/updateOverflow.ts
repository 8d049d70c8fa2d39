import { rule } from '../finding';
import { explainOverflow } from '../overflow';
import { brokenAt, namesOf, stepOf } from '../reading';

/** Every gradient is finite and the change of the parameters is not. */
export const updateOverflow = rule({
  id: 'updateOverflow',
  find(evidence) {
    const broken = brokenAt(evidence);
    if (broken?.tensor !== 'change') return null;
    const { history, index } = evidence;
    return {
      severity: 'bad',
      title: {
        en: 'The update overflowed at layer {layer}',
        'zh-CN': '更新量溢出：第 {layer} 层',
      },
      evidence: [
        {
          en: 'Step {step}: gradient norm {gradient}, learning rate {rate}.',
          'zh-CN': '第 {step} 步：梯度范数 {gradient}，学习率 {rate}。',
        },
      ],
      places: {
        ...namesOf(evidence),
        step: stepOf(evidence),
        layer: broken.layer,
        gradient: history.at(index, 'gradNorm'),
        rate: history.at(index, 'learningRate'),
      },
      ...explainOverflow(evidence),
    };
  },
});
