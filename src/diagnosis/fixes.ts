import type { Localized } from '../base/localized';
import { activations } from '../catalog/activations';
import { entryOf } from '../catalog/entry';
import { initializers } from '../catalog/initializers';
import { optimizers } from '../catalog/optimizers';
import { differences, effectOf } from '../experiment/change';
import { amend } from '../experiment/legality';
import type { Experiment } from '../experiment/schema';
import type { Evidence, Fix, Places } from './finding';

/** A fix before it is known whether it can be offered. */
export interface Remedy {
  readonly id: string;
  readonly label: Localized;
  readonly why: Localized;
  /** Whether it was measured to help only at learning rates that are not high. */
  readonly needsSoundRate?: boolean;
  /** The settings it takes; null where it was not measured to help. */
  propose(evidence: Evidence): Readonly<Partial<Experiment>> | null;
}

const mostFixes = 3;

/**
 * The first remedies of a list, three at most, that are legal, change something and were measured to
 * help; `isTooLate` where no change helps the weights as they are.
 */
export function fixesFor(
  evidence: Evidence,
  wanted: readonly Remedy[],
  isTooLate = false,
): readonly Fix[] {
  const { current } = evidence;
  const offered = wanted.flatMap((remedy) => {
    const proposed = remedy.propose(evidence);
    if (!proposed || !isChange(current, proposed)) return [];
    const rate = remedy.needsSoundRate ? lowerRate(evidence) : null;
    const settings = rate === null ? proposed : { ...proposed, learningRate: rate };
    const next = amend(current, settings).experiment;
    const changed = differences(current, next);
    const fix: Fix = {
      id: remedy.id,
      label: rate === null ? remedy.label : withRate(remedy.label),
      why: remedy.why,
      places: placesOf(next),
      changes: Object.fromEntries(changed.map(({ key, to }) => [key, to])),
      restarts: isTooLate || effectOf(changed) === 'restart',
    };
    return [fix];
  });
  return offered.filter(isFirst).slice(0, mostFixes);
}

/** Whether no fix before it in the list makes the same changes, which stand in the order of the schema. */
function isFirst({ changes }: Fix, index: number, list: readonly Fix[]): boolean {
  const same = JSON.stringify(changes);
  return list.findIndex((other) => JSON.stringify(other.changes) === same) === index;
}

function isChange(current: Experiment, settings: Readonly<Partial<Experiment>>): boolean {
  const { experiment, refusals } = amend(current, settings);
  return refusals.length === 0 && differences(current, experiment).length > 0;
}

/** The rate that goes with a remedy where the run has trained at a higher one than was measured. */
function lowerRate({ current, index }: Evidence): number | null {
  const { soundRate } = entryOf(optimizers, current.optimizer);
  return index > 0 && current.learningRate > soundRate ? soundRate : null;
}

function withRate(label: Localized): Localized {
  return {
    en: `${label.en}, learning rate {learningRate}`,
    'zh-CN': `${label['zh-CN']}，学习率 {learningRate}`,
  };
}

function placesOf({ initializer, activation, gain, learningRate, depth }: Experiment): Places {
  return {
    initializer: entryOf(initializers, initializer).name,
    activation: entryOf(activations, activation).name,
    gain,
    learningRate,
    depth,
  };
}
