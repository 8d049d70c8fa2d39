import { batchSizeOf } from './data';
import type { Experiment } from './schema';
import { widthsOf } from './weights';

/** What one network costs. */
export interface Cost {
  /** Trainable weights and biases. */
  readonly parameters: number;
  /** Bytes held at the peak of a step, roughly. */
  readonly bytes: number;
  /** Floating-point operations of a step's matrix products. */
  readonly work: number;
}

/** The most that a page may ask of a machine. */
export const budget: Cost = { parameters: 8e6, bytes: 1.2e9, work: 6e10 };

/** The work that plain JavaScript does in a few seconds. */
const plainWork = 4e9;

/** Copies of each parameter at the peak of a step: values, gradients, optimizer state, next values. */
const parameterCopies = 10;

/** Copies of each activation: preactivation, activation, their gradients, and what measuring stacks. */
const activationCopies = 12;

/** Estimates what an experiment's network costs per step. */
export function costOf(experiment: Experiment): Cost {
  const widths = widthsOf(experiment);
  const batch = batchSizeOf(experiment);
  const weights = widths.slice(1).map((fanOut, index) => (widths[index] ?? 0) * fanOut);
  const units = sum(widths.slice(1));
  const parameters = sum(weights) + units;
  return {
    parameters,
    bytes: 4 * (parameterCopies * parameters + activationCopies * batch * units),
    work: 6 * batch * sum(weights),
  };
}

/** Matrix operations that the slowest machine reckoned with does in a millisecond. */
const slowest = 1e5;

/** Milliseconds that the matrix products of a step take on the slowest machine reckoned with. */
export function slowestStep(experiment: Experiment): number {
  return costOf(experiment).work / slowest;
}

/** A limit that an experiment is over. */
export interface Excess {
  readonly measure: keyof Cost;
  readonly value: number;
  readonly limit: number;
}

/** The limits an experiment is over; empty when it may run. */
export function excessOf(experiment: Experiment): readonly Excess[] {
  const cost = costOf(experiment);
  const limits = experiment.backend === 'cpu' ? { ...budget, work: plainWork } : budget;
  return (['parameters', 'bytes', 'work'] as const)
    .map((measure) => ({ measure, value: cost[measure], limit: limits[measure] }))
    .filter(({ value, limit }) => value > limit);
}

/** What can be lowered to fit the budget. */
const lowered = ['width', 'depth', 'batchSize'] as const;

/** One setting at its largest value with which an experiment may run, all others as they are. */
export interface Fitting {
  readonly key: (typeof lowered)[number];
  readonly value: number;
}

/** The nearest values that fit, each setting by itself; those that cannot fit alone are left out. */
export function fittingOf(experiment: Experiment): readonly Fitting[] {
  return lowered.flatMap((key) => {
    const present = key === 'batchSize' ? batchSizeOf(experiment) : experiment[key];
    const fits = (value: number) => excessOf({ ...experiment, [key]: value }).length === 0;
    if (!fits(1)) return [];
    let [low, high] = [1, present];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (fits(middle)) low = middle;
      else high = middle;
    }
    return [{ key, value: low }];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
