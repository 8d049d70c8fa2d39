import type { Localized } from '../base/localized';
import { formatTick } from '../base/measure';
import { leastSkill, type Outcome } from '../history/outcome';
import { type Finding, stepFound } from './checks';
import type { ClaimRun, Evidence } from './claim';

type Quantity = 'growth' | 'lastGrowth' | 'gradient' | 'change';

const symbols: Readonly<Record<Quantity, Localized>> = {
  growth: { en: 'growth per layer', 'zh-CN': '每层倍数' },
  lastGrowth: { en: 'growth per layer at the end', 'zh-CN': '末步的每层倍数' },
  gradient: { en: '‖∂L/∂θ‖ at step 0', 'zh-CN': '第 0 步 ‖∂L/∂θ‖' },
  change: { en: '‖Δθ‖ of the first step', 'zh-CN': '第一步的 ‖Δθ‖' },
};

/** A quantity of one run over that of another lies between two limits. */
export function ratio(
  quantity: Quantity,
  run: ClaimRun,
  reference: ClaimRun,
  from: number,
  to: number,
): Evidence {
  const symbol = symbols[quantity];
  return {
    text: {
      en: `${symbol.en}, “${run.name.en}” over “${reference.name.en}”: ${range(from, to)}`,
      'zh-CN': `${symbol['zh-CN']}，“${run.name['zh-CN']}”与“${reference.name['zh-CN']}”之比：${range(from, to)}`,
    },
    read: (outcomes) => {
      const [one, other] = [outcomes[run.id], outcomes[reference.id]];
      return one && other ? within(one[quantity] / other[quantity], from, to) : null;
    },
  };
}

/** A quantity of a run lies between two limits. */
export function value(quantity: Quantity, run: ClaimRun, from: number, to: number): Evidence {
  const symbol = symbols[quantity];
  return {
    text: {
      en: `${symbol.en}, “${run.name.en}”: ${range(from, to)}`,
      'zh-CN': `${symbol['zh-CN']}，“${run.name['zh-CN']}”：${range(from, to)}`,
    },
    read: of(run, (one) => within(one[quantity], from, to)),
  };
}

/** A run is not finite by a step. */
export function lost(run: ClaimRun, step: number): Evidence {
  return {
    text: {
      en: `“${run.name.en}” is not finite by step ${step}`,
      'zh-CN': `“${run.name['zh-CN']}”最晚在第 ${step} 步出现非有限值`,
    },
    read: of(run, ({ nonFinite, steps }) =>
      stepFound(nonFinite?.step ?? steps, nonFinite !== null && nonFinite.step <= step),
    ),
  };
}

/** A run stays finite to its end. */
export function finite(run: ClaimRun): Evidence {
  return {
    text: {
      en: `“${run.name.en}” is finite to step ${run.steps}`,
      'zh-CN': `“${run.name['zh-CN']}”直到第 ${run.steps} 步数值仍有限`,
    },
    read: of(run, ({ nonFinite, steps }) =>
      stepFound(nonFinite?.step ?? steps, nonFinite === null),
    ),
  };
}

/** Whether a run covers a quarter of the way from guessing to perfect, which counts as learning. */
export function learns(run: ClaimRun, expected: boolean): Evidence {
  const relation = expected ? '≥' : '<';
  return {
    text: {
      en: `“${run.name.en}”, share of the way from guessing to perfect ${relation} ${leastSkill}`,
      'zh-CN': `“${run.name['zh-CN']}”，从随机猜测到完全正确的进度 ${relation} ${leastSkill}`,
    },
    read: of(run, ({ skill }) => ({
      measured: skill,
      holds: expected === skill >= leastSkill,
    })),
  };
}

/**
 * How far the loss falls in the first step of gradient descent, over `η·‖g‖²`, which the gradient
 * promises: 1 for a right gradient and a small step, whatever its norm. Needs the full batch.
 */
export function descent(run: ClaimRun, tolerance: number): Evidence {
  const percent = Math.round(100 * tolerance);
  const { learningRate } = run.experiment;
  return {
    text: {
      en: `“${run.name.en}”, fall of the loss over η·‖g‖²: 1 ± ${percent} %`,
      'zh-CN': `“${run.name['zh-CN']}”，损失下降量与 η·‖g‖² 之比：1 ± ${percent} %`,
    },
    read: of(run, ({ losses, gradient }) => {
      const [before, after] = losses.map(({ value: loss }) => loss);
      const fall = (before ?? Number.NaN) - (after ?? Number.NaN);
      return within(fall / (learningRate * gradient ** 2), 1 - tolerance, 1 + tolerance);
    }),
  };
}

/** The first update over the gradient is the learning rate. */
export function stepPerGradient(run: ClaimRun): Evidence {
  const { learningRate } = run.experiment;
  return {
    text: {
      en: `“${run.name.en}”, ‖Δθ‖ over ‖∂L/∂θ‖: ${learningRate} ± 1 %`,
      'zh-CN': `“${run.name['zh-CN']}”，‖Δθ‖ 与 ‖∂L/∂θ‖ 之比：${learningRate} ± 1 %`,
    },
    read: of(run, ({ change, gradient }) =>
      within(change / gradient, 0.99 * learningRate, 1.01 * learningRate),
    ),
  };
}

/** Reads what a run found, once it is known. */
function of(run: ClaimRun, read: (outcome: Outcome) => Finding): Evidence['read'] {
  return (outcomes) => {
    const outcome = outcomes[run.id];
    return outcome ? read(outcome) : null;
  };
}

function within(measured: number, from: number, to: number) {
  return { measured, holds: measured >= from && measured <= to };
}

function range(from: number, to: number): string {
  if (to === Infinity) return `≥ ${formatTick(from)}`;
  return from === 0 ? `≤ ${formatTick(to)}` : `${formatTick(from)}–${formatTick(to)}`;
}
