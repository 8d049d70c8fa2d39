import { taskOf } from '../../experiment/data';
import type { Experiment } from '../../experiment/schema';
import type { Evidence } from '../finding';
import type { Remedy } from '../fixes';
import { isAlmostStopped, soundRate, updateAtFullRate } from '../rate';
import { updateBounds } from '../reading';
import { expectedRms, signalGrowthOf } from '../signal';

/** The largest global norm that a clipped gradient keeps. */
const clipNorm = 1;

/** How much larger standardized targets may be than those of a dataset. */
const standardizing = 3;

/** Whether the step is as long as the gradient: nothing rescales it before or in the optimizer. */
function isStepProportional({
  optimizer,
  layerwiseScaling,
  meanMagnitude,
  standardization,
}: Experiment): boolean {
  return optimizer === 'sgd' && !layerwiseScaling && !meanMagnitude && !standardization;
}

/** Whether the step is too long, and would not be with a gradient smaller by a factor. */
function isCuredBy(evidence: Evidence, factor: number): boolean {
  const update = updateAtFullRate(evidence);
  return update >= updateBounds.tooLarge && update * factor < updateBounds.tooLarge;
}

/** RMS of the output that leaves float32 room for its square and for the growth of the gradient. */
const largestExpected = 1e15;

/** Whether the signal, growing as it does up to where it left the range, would stay within float32. */
function fitsFloat32(evidence: Evidence): boolean {
  const growth = signalGrowthOf(evidence);
  return !growth || expectedRms(growth, evidence.history.shape.depth) < largestExpected;
}

/** Norm of a gradient of which float16 keeps a part. */
const smallestGradient = 1e-5;

/** `‖∂L/∂h_1‖` if the gradient goes on shrinking as it does in the layers where it is not 0. */
function expectedFirst({ history, index }: Evidence): number {
  const last = history.shape.depth - 1;
  const norm = (layer: number) => history.layerAt(index, 'gradH', layer);
  let first = 1;
  while (first < last && norm(first) === 0) first += 1;
  if (first === last) return 0;
  return norm(first) * (norm(first) / norm(last)) ** ((first - 1) / (last - first));
}

/** Remedies that change how a gradient becomes a step, or what the loss asks for. */
export const trainingRemedies = {
  slowerRate: {
    id: 'slowerRate',
    label: { en: 'Learning rate {learningRate}', 'zh-CN': '学习率 {learningRate}' },
    why: {
      en: 'The step shrinks by as much: about 0.3 % of the weights is sound.',
      'zh-CN': '步长按同样比例缩小：约为权重的 0.3 % 较为合适。',
    },
    propose(evidence) {
      const learningRate = soundRate(evidence);
      const lower = learningRate !== null && learningRate < evidence.current.learningRate;
      return lower && updateAtFullRate(evidence) > updateBounds.most ? { learningRate } : null;
    },
  },
  fasterRate: {
    id: 'fasterRate',
    label: { en: 'Learning rate {learningRate}', 'zh-CN': '学习率 {learningRate}' },
    why: {
      en: 'The step grows by as much: about 0.3 % of the weights is sound.',
      'zh-CN': '步长按同样比例增大：约为权重的 0.3 % 较为合适。',
    },
    propose(evidence) {
      const learningRate = soundRate(evidence);
      const higher = learningRate !== null && learningRate > evidence.current.learningRate;
      return higher && updateAtFullRate(evidence) < updateBounds.least ? { learningRate } : null;
    },
  },
  clipByGlobalNorm: {
    id: 'clipByGlobalNorm',
    label: { en: 'Clip by global norm', 'zh-CN': '按全局范数裁剪' },
    why: {
      en: 'Caps the step and keeps its direction; the gradient itself stays as large.',
      'zh-CN': '限制步长并保持方向；梯度本身并未变小。',
    },
    propose(evidence) {
      const { current, history, index } = evidence;
      const factor = clipNorm / history.at(index, 'gradNorm');
      const helps = isStepProportional(current) && isCuredBy(evidence, factor);
      return helps ? { clipByGlobalNorm: true, clipNorm } : null;
    },
  },
  soundTargets: {
    id: 'soundTargets',
    label: { en: 'Standardized targets, scale 1', 'zh-CN': '目标标准化，缩放 1' },
    why: {
      en: 'The gradient of the mean squared error is as large as the targets are.',
      'zh-CN': '均方误差的梯度与目标的大小成正比。',
    },
    propose(evidence) {
      const { current } = evidence;
      const { targetScale } = current;
      if (taskOf(current).kind !== 'regression' || !isStepProportional(current)) return null;
      const helps = targetScale > 1 && isCuredBy(evidence, standardizing / targetScale);
      return helps ? { standardizeTargets: true, targetScale: 1 } : null;
    },
  },
  adam: {
    id: 'adam',
    label: { en: 'Adam, learning rate {learningRate}', 'zh-CN': 'Adam，学习率 {learningRate}' },
    why: {
      en: 'Its steps are of about the learning rate, however small the gradient is.',
      'zh-CN': '无论梯度多小，其步长约等于学习率。',
    },
    propose: ({ experiment }) =>
      experiment.optimizer === 'adam' ? null : { optimizer: 'adam', learningRate: 0.001 },
  },
  steadyRate: {
    id: 'steadyRate',
    label: { en: 'Constant schedule', 'zh-CN': '恒定学习率' },
    why: {
      en: 'The schedule has taken the learning rate down to almost 0.',
      'zh-CN': '学习率调度已将学习率降到接近 0。',
    },
    propose: (evidence) => (isAlmostStopped(evidence) ? { schedule: 'constant' } : null),
  },
  float32: {
    id: 'float32',
    label: { en: 'float32', 'zh-CN': 'float32' },
    why: {
      en: 'Holds values up to 3.4×10³⁸ and down to 1.4×10⁻⁴⁵. The growth itself stays.',
      'zh-CN': '可表示大至 3.4×10³⁸、小至 1.4×10⁻⁴⁵ 的数。增长本身不变。',
    },
    needsSoundRate: true,
    propose: (evidence) => (fitsFloat32(evidence) ? { numberFormat: 'float32' } : null),
  },
  unscaledLoss: {
    id: 'unscaledLoss',
    label: { en: 'No loss scaling', 'zh-CN': '不做损失缩放' },
    why: {
      en: 'The backward pass no longer runs with gradients many times too large.',
      'zh-CN': '反向传播中的梯度不再被放大许多倍。',
    },
    propose: ({ experiment, history, index }) =>
      experiment.numberFormat !== 'float32' && history.at(index, 'lossScale') > 1
        ? { lossScaling: 'none' }
        : null,
  },
  scaledLoss: {
    id: 'scaledLoss',
    label: { en: 'Static loss scaling', 'zh-CN': '静态损失缩放' },
    why: {
      en: 'Multiplies the loss, and with it every gradient, so that small ones survive the rounding.',
      'zh-CN': '放大损失及全部梯度，使较小的梯度不因舍入而消失。',
    },
    propose(evidence) {
      const { numberFormat, lossScaling, lossScale } = evidence.experiment;
      const survives = expectedFirst(evidence) * lossScale > smallestGradient;
      return numberFormat !== 'float32' && lossScaling === 'none' && survives
        ? { lossScaling: 'static' }
        : null;
    },
  },
} as const satisfies Record<string, Remedy>;
