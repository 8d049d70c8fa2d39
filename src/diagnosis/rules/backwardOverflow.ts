import { type Evidence, rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { explainOverflow, formatOf } from '../overflow';
import { brokenAt, measuredIn, namesOf, stepOf } from '../reading';
import { remedies } from '../remedies';

/** The loss is finite and a gradient is not. */
export const backwardOverflow = rule({
  id: 'backwardOverflow',
  find(evidence) {
    const broken = brokenAt(evidence);
    if (!broken?.tensor.startsWith('grad')) return null;
    const { history, index } = evidence;
    const { depth } = history.shape;
    return {
      severity: 'bad',
      title: {
        en: 'Backward overflow at layer {layer}',
        'zh-CN': '反向溢出：第 {layer} 层',
      },
      evidence: [
        {
          en: 'Step {step}: the loss is {loss}, finite; ‖∂L/∂z‖ is {output} at the output and leaves the range at layer {layer}.',
          'zh-CN':
            '第 {step} 步：损失为 {loss}，仍有限；输出层 ‖∂L/∂z‖ 为 {output}，到第 {layer} 层超出范围。',
        },
        {
          en: '{format} holds values up to {limit}; the loss was multiplied by {scale}.',
          'zh-CN': '{format} 的最大有限值为 {limit}；损失的缩放倍数为 {scale}。',
        },
      ],
      places: {
        ...formatOf(evidence),
        ...namesOf(evidence),
        step: stepOf(evidence),
        layer: broken.layer,
        loss: history.at(index, 'loss'),
        output: history.layerAt(index, 'gradZ', depth),
        scale: history.at(index, 'lossScale'),
      },
      ...(isScaleToBlame(evidence) ? scaled(evidence) : explainOverflow(evidence)),
    };
  },
});

function scaled(evidence: Evidence) {
  return {
    cause: {
      en: 'The loss scale multiplies every gradient of the backward pass; without it they would stay in range.',
      'zh-CN': '损失缩放会放大反向传播中的每个梯度；不做缩放时它们不会超出范围。',
    },
    fixes: fixesFor(evidence, [remedies.unscaledLoss, remedies.float32], true),
    notHelping: [notHelping.clippingTooLate, notHelping.skipNonFinite],
  };
}

/** Whether the gradient, growing as it does in the layers where it is finite, would fit unscaled. */
function isScaleToBlame(evidence: Evidence): boolean {
  const { history, index } = evidence;
  const { limit } = formatOf(evidence);
  const scale = history.at(index, 'lossScale');
  const finite = measuredIn(evidence, 'gradZ').filter(({ value }) => Number.isFinite(value));
  const [start, end] = [finite[0], finite.at(-1)];
  if (scale <= 1) return false;
  if (!start || !end || start === end) return true;
  const perLayer = (start.value / end.value) ** (1 / (end.layer - start.layer));
  return start.value * Math.max(1, perLayer) ** start.layer < limit;
}
