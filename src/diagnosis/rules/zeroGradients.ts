import type { Localized } from '../../base/localized';
import { entryOf } from '../../catalog/entry';
import { formats } from '../../catalog/formats';
import { type Evidence, rule } from '../finding';
import { fixesFor, type Remedy } from '../fixes';
import { notHelping } from '../notHelping';
import { hiddenLayers, measuredIn, namesOf } from '../reading';
import { remedies } from '../remedies';
import { isAlike } from '../remedies/network';
import { shorterSteps } from '../stepTooFar';

interface Silence {
  readonly evidence: Localized;
  readonly cause: Localized;
  readonly remedies: readonly Remedy[];
  /** Whether too long a step can have led to it. */
  readonly isTrained?: boolean;
  /** The layer that stops the signal. */
  readonly at: number;
}

/** An error at the output, and not a trace of it at the first hidden layer. */
export const zeroGradients = rule({
  id: 'zeroGradients',
  find(evidence) {
    const { history, index } = evidence;
    const { depth } = history.shape;
    const hidden = hiddenLayers(evidence);
    const silent = hidden.filter((layer) => history.layerAt(index, 'gradH', layer) === 0);
    const error = history.layerAt(index, 'gradZ', depth);
    if (!silent.includes(1) || !(error > 0)) return null;
    const silence = silenceOf(evidence);
    return {
      severity: 'bad',
      title: {
        en: 'The gradient is exactly 0 in {count} of {hidden} hidden {hidden|layer|layers}',
        'zh-CN': '{hidden} 个隐藏层中有 {count} 层的梯度恰为 0',
      },
      evidence: [
        silence.evidence,
        {
          en: '‖∂L/∂z‖ at the output is {error}; nothing of it reaches layer 1.',
          'zh-CN': '输出层 ‖∂L/∂z‖ 为 {error}，完全没有传到第 1 层。',
        },
      ],
      cause: silence.cause,
      places: {
        ...namesOf(evidence),
        count: silent.length,
        hidden: hidden.length,
        layer: silence.at,
        error,
      },
      fixes: (silence.isTrained && shorterSteps(evidence)) || fixesFor(evidence, silence.remedies),
      notHelping: [notHelping.learningRate, notHelping.clippingTooSmall, notHelping.adam],
    };
  },
});

function silenceOf(evidence: Evidence): Silence {
  const zero = measuredIn(evidence, 'weight').find(({ value }) => value === 0);
  if (zero) return { ...zeroWeights, at: zero.layer };
  const dead = measuredIn(evidence, 'dead').findLast(({ value }) => value === 1);
  if (isAlike(evidence.experiment)) return { ...alike, at: 1 };
  if (dead && evidence.experiment.residual === 'none') return { ...deadLayer, at: dead.layer };
  const { round } = formatIn(evidence);
  return { ...(round ? roundedAway : faded), at: 1 };
}

function formatIn({ experiment }: Evidence): { readonly round?: unknown } {
  return entryOf(formats, experiment.numberFormat);
}

const { suitedWeights, layerNormalization, scaledSkips, drawnWeights } = remedies;

const zeroWeights: Omit<Silence, 'at'> = {
  evidence: {
    en: 'The weights of layer {layer} are all 0.',
    'zh-CN': '第 {layer} 层的权重全为 0。',
  },
  cause: {
    en: 'The gradient is multiplied by the weights on its way back, and they are 0.',
    'zh-CN': '梯度反传时要乘以权重，而权重为 0。',
  },
  remedies: [drawnWeights],
};

const deadLayer: Omit<Silence, 'at'> = {
  evidence: {
    en: 'Layer {layer}: 100 % of its units are dead, 0 for every sample of the batch.',
    'zh-CN': '第 {layer} 层：100 % 的单元死亡，对批内每个样本输出均为 0。',
  },
  cause: {
    en: 'A layer whose units are all dead passes nothing on, forward or backward, and cannot recover.',
    'zh-CN': '所有单元都死亡的层前向与反向均不传递任何信号，也无法恢复。',
  },
  isTrained: true,
  remedies: [suitedWeights, layerNormalization, scaledSkips],
};

const alike: Omit<Silence, 'at'> = {
  evidence: {
    en: 'All weights are equal, and so are the units of every layer.',
    'zh-CN': '所有权重相同，每层的单元也都相同。',
  },
  cause: {
    en: 'Equal units are dead together, what they are told to change cancels, and a normalization over them leaves 0.',
    'zh-CN': '相同的单元会一起死亡，对它们的修正相互抵消，在它们之间做归一化也只剩下 0。',
  },
  remedies: [suitedWeights, drawnWeights],
};

const roundedAway: Omit<Silence, 'at'> = {
  evidence: {
    en: 'The numbers are rounded to 0 below 3×10⁻⁸.',
    'zh-CN': '小于 3×10⁻⁸ 的数被舍入为 0。',
  },
  cause: {
    en: 'The gradient is too small for the number format, and rounding makes it 0.',
    'zh-CN': '梯度对该数值格式而言过小，被舍入为 0。',
  },
  remedies: [remedies.scaledLoss, suitedWeights, remedies.float32],
};

const faded: Omit<Silence, 'at'> = {
  evidence: {
    en: 'The numbers end at 1.4×10⁻⁴⁵, the smallest of float32.',
    'zh-CN': '数值小于 float32 的最小值 1.4×10⁻⁴⁵。',
  },
  cause: {
    en: 'Every layer makes the gradient smaller, until it is below the smallest float32.',
    'zh-CN': '梯度逐层变小，直至小于 float32 的最小值。',
  },
  remedies: [suitedWeights, layerNormalization, remedies.batchNormalization, scaledSkips],
};
