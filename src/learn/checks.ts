import type { Localized } from '../base/localized';
import { formatTick } from '../base/measure';
import { growthAt } from '../history/growth';
import type { History } from '../history/history';
import type { LayerMeasure, NonFinite, StepMeasure } from '../history/measures';

/** What a check reads: the records of a run that began with the scenario's experiment. */
export interface Observed {
  readonly history: History;
  readonly nonFinite: NonFinite | null;
}

/** What a check found. */
export interface Finding {
  readonly measured: number;
  readonly holds: boolean;
  /** Whether what was measured is the number of a step. */
  readonly isStep?: true;
}

/** Something that should come of a scenario. */
export interface Check {
  /** What is expected, with its number. */
  readonly text: Localized;
  /** What was measured, and whether it is as expected; null while it is not known yet. */
  read(observed: Observed): Finding | null;
}

/** Growth of `‖∂L/∂h‖` per layer at a step, within a relative tolerance. */
export function growth(expected: number, tolerance: number, step = 0): Check {
  const percent = Math.round(100 * tolerance);
  return {
    text: {
      en: `growth per layer at step ${step}: ×${expected} ± ${percent} %`,
      'zh-CN': `第 ${step} 步每层倍数：×${expected} ± ${percent} %`,
    },
    read: ({ history }) =>
      at(history, step, (index) => {
        const measured = growthAt(history, index)?.perLayer ?? Number.NaN;
        return { measured, holds: Math.abs(measured / expected - 1) <= tolerance };
      }),
  };
}

/** Growth of `‖∂L/∂h‖` per layer at a step, above or below a limit. */
export function growthLimit(step: number, relation: '>' | '<', limit: number): Check {
  return {
    text: {
      en: `growth per layer at step ${step} ${relation} ×${limit}`,
      'zh-CN': `第 ${step} 步每层倍数 ${relation} ×${limit}`,
    },
    read: ({ history }) =>
      at(history, step, (index) =>
        compare(growthAt(history, index)?.perLayer ?? Number.NaN, relation, limit),
      ),
  };
}

/** `‖∂L/∂h‖` of the first hidden layer over that of the last one at a step, above or below a limit. */
export function growthOverall(step: number, relation: '>' | '<', limit: number): Check {
  return {
    text: {
      en: `growth over all hidden layers at step ${step} ${relation} ×${formatTick(limit)}`,
      'zh-CN': `第 ${step} 步所有隐藏层总倍数 ${relation} ×${formatTick(limit)}`,
    },
    read: ({ history }) =>
      at(history, step, (index) =>
        compare(growthAt(history, index)?.total ?? Number.NaN, relation, limit),
      ),
  };
}

/** A measure of a whole step above or below a limit. */
export function measure(
  name: StepMeasure,
  symbol: Localized,
  step: number,
  relation: '>' | '<',
  limit: number,
): Check {
  return {
    text: {
      en: `${symbol.en} at step ${step} ${relation} ${formatTick(limit)}`,
      'zh-CN': `第 ${step} 步${symbol['zh-CN']} ${relation} ${formatTick(limit)}`,
    },
    read: ({ history }) =>
      at(history, step, (index) => compare(history.at(index, name), relation, limit)),
  };
}

/** A measure of one layer above or below a limit. */
export function inLayer(
  name: LayerMeasure,
  layer: number,
  symbol: string,
  step: number,
  relation: '>' | '<',
  limit: number,
): Check {
  return {
    text: {
      en: `${symbol} at step ${step} ${relation} ${formatTick(limit)}`,
      'zh-CN': `第 ${step} 步 ${symbol} ${relation} ${formatTick(limit)}`,
    },
    read: ({ history }) =>
      at(history, step, (index) => compare(history.layerAt(index, name, layer), relation, limit)),
  };
}

/** Norm of the gradient of all parameters. */
export const gradient = (step: number, relation: '>' | '<', limit: number) =>
  measure('gradNorm', { en: '‖∂L/∂θ‖', 'zh-CN': ' ‖∂L/∂θ‖' }, step, relation, limit);

/** Accuracy on the batch, averaged over the ten steps up to a step. */
export function accuracy(step: number, relation: '>' | '<', limit: number): Check {
  const percent = `${Math.round(100 * limit)} %`;
  return {
    text: {
      en: `training accuracy around step ${step} ${relation} ${percent}`,
      'zh-CN': `第 ${step} 步附近训练准确率 ${relation} ${percent}`,
    },
    read: ({ history }) =>
      at(history, step, (index) => {
        const from = Math.max(0, index - 9);
        const values = Array.from({ length: index - from + 1 }, (_, offset) =>
          history.at(from + offset, 'accuracy'),
        );
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        return compare(mean, relation, limit);
      }),
  };
}

/** Nothing but finite numbers up to a step. */
export function finiteTo(step: number): Check {
  return {
    text: { en: `finite to step ${step}`, 'zh-CN': `直到第 ${step} 步数值仍有限` },
    read({ history, nonFinite }) {
      if (nonFinite) return stepFound(nonFinite.step, nonFinite.step > step);
      const newest = history.at(history.length - 1, 'step');
      return newest >= step ? stepFound(newest, true) : null;
    },
  };
}

/** Not finite at a step, or before. */
export function lostBy(step: number): Check {
  return {
    text: { en: `not finite by step ${step}`, 'zh-CN': `最晚在第 ${step} 步出现非有限值` },
    read({ history, nonFinite }) {
      if (nonFinite) return stepFound(nonFinite.step, nonFinite.step <= step);
      const newest = history.at(history.length - 1, 'step');
      return newest > step ? stepFound(newest, false) : null;
    },
  };
}

/** The activation of a layer within a range is the first tensor that is not finite. */
export function overflowsIn(from: number, to: number): Check {
  return {
    text: {
      en: `the activation overflows first in layer ${from} to ${to}`,
      'zh-CN': `激活值最先在第 ${from}–${to} 层溢出`,
    },
    read({ nonFinite }) {
      if (!nonFinite) return null;
      const { layer, tensor } = nonFinite;
      const holds = tensor === 'activation' && layer >= from && layer <= to;
      return { measured: layer, holds };
    },
  };
}

/** The loss at a step over that of step 0, above or below a limit. */
export function lossRatio(step: number, relation: '>' | '<', limit: number): Check {
  return {
    text: {
      en: `loss at step ${step} over step 0 ${relation} ${formatTick(limit)}`,
      'zh-CN': `第 ${step} 步与第 0 步损失之比 ${relation} ${formatTick(limit)}`,
    },
    read: ({ history }) =>
      at(history, step, (index) =>
        compare(history.at(index, 'loss') / history.at(0, 'loss'), relation, limit),
      ),
  };
}

/** A step, and whether it is as expected. */
export function stepFound(measured: number, holds: boolean): Finding {
  return { measured, holds, isStep: true };
}

/** Reads the record of a step, if there is one. */
function at(history: History, step: number, read: (index: number) => Finding): Finding | null {
  const index = history.indexOf(step);
  return history.at(index, 'step') === step ? read(index) : null;
}

function compare(measured: number, relation: '>' | '<', limit: number): Finding {
  return { measured, holds: relation === '>' ? measured > limit : measured < limit };
}
