import type { Localized } from '../../base/localized';
import { type Evidence, type Places, rule } from '../finding';
import { explainOverflow, formatOf } from '../overflow';
import { brokenAt, namesOf, stepOf } from '../reading';
import { expectedRms, signalGrowthOf } from '../signal';

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
    const beyond = tensor === 'loss' ? beyondInLoss(evidence) : beyondInSignal(evidence, layer);
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
        ...(beyond ? [beyond.line] : []),
      ].slice(last > 0 ? 0 : 1),
      places: {
        ...formatOf(evidence),
        ...namesOf(evidence),
        step: stepOf(evidence),
        layer,
        last,
        first: history.layerAt(index, 'actRms', 1),
        size: history.layerAt(index, 'actRms', last),
        ...beyond?.places,
      },
      ...explainOverflow(evidence),
    };
  },
});

/** What lies beyond the range, in numbers. */
interface Beyond {
  readonly line: Localized;
  readonly places: Places;
}

/** How many times the RMS of a layer its largest values may be. */
const largestOverRms = 10;

/** The RMS at the layer that overflowed, had the signal gone on growing; null where that would be in range. */
function beyondInSignal(evidence: Evidence, layer: number): Beyond | null {
  const growth = signalGrowthOf(evidence);
  const { limit } = formatOf(evidence);
  const expected = growth ? expectedRms(growth, layer) : 0;
  if (!growth || largestOverRms * expected < limit) return null;
  return {
    line: expected > limit ? lines.all : lines.largest,
    places: { perLayer: growth.perLayer, expected },
  };
}

/** The square of the output, which the mean squared error is made of; null where it is in range. */
function beyondInLoss(evidence: Evidence): Beyond | null {
  const { experiment, history, index } = evidence;
  const expected = history.layerAt(index, 'actRms', history.shape.depth) ** 2;
  const squares = experiment.loss === 'meanSquaredError';
  if (!squares || largestOverRms ** 2 * expected < formatOf(evidence).limit) return null;
  return { line: lines.squares, places: { expected } };
}

const lines = {
  all: {
    en: 'At ×{perLayer} per layer, layer {layer} would be about {expected}.',
    'zh-CN': '按每层 ×{perLayer} 推算，第 {layer} 层约为 {expected}。',
  },
  largest: {
    en: 'At ×{perLayer} per layer, the RMS of layer {layer} would be about {expected}, and its largest values are several times that.',
    'zh-CN':
      '按每层 ×{perLayer} 推算，第 {layer} 层的均方根约为 {expected}，其最大的值又是它的数倍。',
  },
  squares: {
    en: 'The mean squared error squares the output: about {expected}.',
    'zh-CN': '均方误差要对输出取平方：约为 {expected}。',
  },
} as const satisfies Record<string, Localized>;
