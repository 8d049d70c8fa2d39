import type { Localized } from '../base/localized';
import { growthBounds } from '../history/growth';
import type { History } from '../history/history';
import { absent, type NonFinite } from '../history/measures';
import type { Loggable } from './entries';

/** What a log shows at a step: a sentence with places for numbers, what it means, and whether it is bad. */
export interface LogFinding {
  readonly id: keyof typeof texts;
  readonly title: Localized;
  readonly advice: Localized;
  readonly places: Readonly<Record<string, number | string>>;
  readonly tone: 'bad' | 'warn' | 'good';
}

/** A step whose gradient is that many times the median of those before it is a spike. */
const spike = 10;

/** Steps before a spike that it is compared with, and fewest of them. */
const before = 100;
const fewest = 10;

/** Relative change of the loss over a hundred steps below which it stands still. */
const still = 0.01;

/** Reads the record at an index by the norms that tell most: what is first is worst. */
export function diagnoseLog(
  history: History,
  index: number,
  nonFinite: NonFinite | null,
  measure: Loggable | undefined,
): readonly LogFinding[] {
  const step = history.at(index, 'step');
  const found: LogFinding[] = [];
  const add = (id: LogFinding['id'], tone: LogFinding['tone'], places: LogFinding['places']) =>
    found.push({ id, tone, places, ...texts[id] });
  if (nonFinite && step >= nonFinite.step) add('nonFinite', 'bad', { ...nonFinite });
  if (measure) {
    const growth = growthIn(history, index, measure);
    if (growth && growth.total > growthBounds.exploding) add('exploding', 'bad', growth);
    else if (growth && growth.total < growthBounds.vanishing) add('vanishing', 'bad', growth);
    const ratio = spikeAt(history, index, measure);
    if (ratio > spike) add('spike', 'warn', { step, ratio });
    const silent = layersAt(history, index, measure).filter(({ norm }) => norm === 0).length;
    if (silent > 0) add('silent', 'warn', { count: silent });
    if (measure === 'gradW' && growth && !found.some(({ tone }) => tone === 'bad')) {
      add('weightsOnly', 'warn', growth);
    } else if (found.length === 0 && growth) add('steady', 'good', growth);
  }
  const change = lossChange(history, index);
  if (change !== undefined && Math.abs(change) < still)
    add('flat', 'warn', { percent: 100 * change });
  return found;
}

function layersAt(history: History, index: number, measure: Loggable) {
  return Array.from({ length: history.shape.depth }, (_, offset) => ({
    layer: offset + 1,
    norm: history.layerAt(index, measure, offset + 1),
  })).filter(({ norm }) => norm !== absent);
}

/** Factor from the last hidden layer to the first: `∂L/∂h` is of hidden layers alone, all else of the output's too. */
function growthIn(history: History, index: number, measure: Loggable) {
  const measured = layersAt(history, index, measure);
  const hidden = measure === 'gradH' ? measured : measured.slice(0, -1);
  const finite = hidden.filter(({ norm }) => norm > 0 && norm < Infinity);
  const [first] = finite;
  const last = finite.at(-1);
  if (!first || !last || last.layer <= first.layer) return undefined;
  const total = first.norm / last.norm;
  const count = last.layer - first.layer;
  return { total, perLayer: total ** (1 / count), from: last.layer, to: first.layer };
}

/** A step's gradient over the median of the steps before it; 0 where there are few. */
function spikeAt(history: History, index: number, measure: Loggable): number {
  const normAt = (at: number) =>
    Math.hypot(...layersAt(history, at, measure).map(({ norm }) => norm));
  const earlier = Array.from({ length: Math.min(before, index) }, (_, offset) =>
    normAt(index - 1 - offset),
  )
    .filter((norm) => Number.isFinite(norm) && norm > 0)
    .sort((a, b) => a - b);
  if (earlier.length < fewest) return 0;
  return normAt(index) / (earlier[Math.floor(earlier.length / 2)] ?? Infinity);
}

/** Relative change of the mean loss from the hundred steps before the last hundred; undefined where there are fewer. */
function lossChange(history: History, index: number): number | undefined {
  const losses: number[] = [];
  for (let at = index; at >= 0 && losses.length < 2 * before; at--) {
    const loss = history.at(at, 'loss');
    if (loss !== absent && Number.isFinite(loss)) losses.push(loss);
  }
  if (losses.length < 2 * before) return undefined;
  const mean = (from: number) =>
    losses.slice(from, from + before).reduce((sum, loss) => sum + loss, 0) / before;
  return mean(0) / mean(before) - 1;
}

const texts = {
  nonFinite: {
    title: {
      en: 'Not finite from step {step} on, first in {layer}',
      'zh-CN': '第 {step} 步起出现非有限值（最先：{layer}）',
    },
    advice: {
      en: 'Go back to the steps before it: if the norms grew step by step, the weights ran away (a smaller learning rate, warm-up); if they were large from step 0, the initialization multiplies them; if they jump at once, look at that batch and at the number format.',
      'zh-CN':
        '回看此前的步骤：若范数逐步增大，则是权重失控（减小学习率、预热）；若第 0 步就很大，则是初始化逐层放大；若突然跳变，请检查该批数据和数值格式。',
    },
  },
  exploding: {
    title: {
      en: 'Exploding: ×{perLayer} per layer, ×{total} from layer {from} to layer {to}',
      'zh-CN': '梯度爆炸：每层 ×{perLayer}，第 {from} 层到第 {to} 层共 ×{total}',
    },
    advice: {
      en: 'Every layer multiplies the gradient by more than 1. What changes that: the gain of the initializer (He for ReLU, LeCun for tanh), layer or RMS normalization, skips with a branch of 1/√L, skips where batch normalization is. Clipping shortens the step and leaves the gradient as it is.',
      'zh-CN':
        '每一层都将梯度乘以大于 1 的倍数。能改变这一点的是：初始化增益（ReLU 用 He，tanh 用 LeCun）、层归一化或 RMS 归一化、分支为 1/√L 的残差连接、在批归一化处加残差连接。裁剪只缩短步长，梯度本身不变。',
    },
  },
  vanishing: {
    title: {
      en: 'Vanishing: ×{perLayer} per layer, ×{total} from layer {from} to layer {to}',
      'zh-CN': '梯度消失：每层 ×{perLayer}，第 {from} 层到第 {to} 层共 ×{total}',
    },
    advice: {
      en: 'Every layer passes on less than it gets, so the first layers hardly learn. Larger initial weights, skips, normalization or an activation that does not saturate help.',
      'zh-CN':
        '每一层传出的梯度都小于传入的，前面的层几乎学不到。增大初始权重、加残差连接、归一化或改用不饱和的激活函数有帮助。',
    },
  },
  spike: {
    title: {
      en: 'A spike: this step’s gradient is {ratio} times the usual',
      'zh-CN': '尖峰：该步梯度为平时的 {ratio} 倍',
    },
    advice: {
      en: 'One batch or one long step. Clipping by the global norm is made for this: it caps the step and changes nothing else.',
      'zh-CN': '由某一批数据或一次过长的更新引起。按全局范数裁剪正适用于此：只限制该步步长。',
    },
  },
  silent: {
    title: {
      en: '{count} {count|layer gets|layers get} no gradient at all',
      'zh-CN': '{count} 层完全没有梯度',
    },
    advice: {
      en: 'Frozen on purpose, or dead: a ReLU layer whose units are all off, or a zero initialization.',
      'zh-CN': '或为有意冻结，或已失活：ReLU 层所有单元都不激活，或权重初始化为零。',
    },
  },
  steady: {
    title: {
      en: 'Steady: ×{perLayer} per layer',
      'zh-CN': '平稳：每层 ×{perLayer}',
    },
    advice: {
      en: 'The gradient keeps its size from layer to layer at this step.',
      'zh-CN': '该步各层之间梯度大小基本不变。',
    },
  },
  weightsOnly: {
    title: {
      en: 'Weight gradients alone (×{perLayer} per layer) do not show whether the signal grows',
      'zh-CN': '仅有权重梯度（每层 ×{perLayer}），看不出信号是否逐层增大',
    },
    advice: {
      en: 'In ReLU and linear networks ‖∂L/∂W‖ hardly changes from layer to layer even while the gradient explodes: the activations grow toward the output as the signal grows toward the input. Log ‖∂L/∂h‖ with the longer callback, torch_log.py or lightning_log.py, under Export, Code.',
      'zh-CN':
        '在 ReLU 与线性网络中，即使梯度爆炸，各层 ‖∂L/∂W‖ 也几乎不变：激活值朝输出方向增大，恰如信号朝输入方向增大。请用“导出”→“代码”中较长的回调 torch_log.py 或 lightning_log.py 记录 ‖∂L/∂h‖。',
    },
  },
  flat: {
    title: {
      en: 'The loss stands still: {percent} % over a hundred steps',
      'zh-CN': '损失停滞：一百步内变化 {percent} %',
    },
    advice: {
      en: 'Finite is not learning. Compare the size of the update with that of the weights: about 0.1 % a step is usual.',
      'zh-CN': '数值有限不等于在学习。请比较更新与权重的大小：通常每步约 0.1 %。',
    },
  },
} as const satisfies Record<string, { readonly title: Localized; readonly advice: Localized }>;
