import { taskOf } from '../../experiment/data';
import type { Outcome } from '../../history/outcome';
import type { Pool } from '../pool';
import { inBackground } from '../trials';
import { coarseToFine } from './order';
import { cellAt, gridOf, type MapPlan, stepsOf } from './plan';

/**
 * What is known of a cell: nothing yet, its value, that its worker died, or that there can be no such
 * experiment. A cell holds the index of its state in this list.
 */
export const cellStates = ['waiting', 'known', 'lost', 'impossible'] as const;

/** One of the states of a cell. */
export type CellState = (typeof cellStates)[number];

/**
 * The cells of a map as plain data, by index. Values are NaN until known. A known value that is not
 * finite is that of a network that is not; but for the step until then, ∞ is finite to the end.
 */
export interface MapCells {
  readonly values: Float64Array;
  readonly states: Uint8Array;
}

/** The cells of a map of which nothing is known. */
export function unknownCells(plan: MapPlan): MapCells {
  const { xs, ys } = gridOf(plan);
  const count = xs.length * ys.length;
  return { values: new Float64Array(count).fill(Number.NaN), states: new Uint8Array(count) };
}

/** The state of a cell. */
export function stateOf({ states }: MapCells, index: number): CellState {
  return cellStates[states[index] ?? 0] ?? 'waiting';
}

/** Notes what became of a cell, in place. */
export function note(cells: MapCells, index: number, state: CellState, value = Number.NaN): void {
  cells.states[index] = cellStates.indexOf(state);
  cells.values[index] = value;
}

/** Most cells that wait in the pool at a time, so that other jobs get their turn. */
const lanes = 64;

/**
 * Finds out about the cells that are waiting or were lost, coarse to fine, and reports each. A worker
 * that dies loses its cell only. Resolves when all were tried; rejects with the signal's reason when
 * called off.
 */
export async function runMap(
  pool: Pool,
  plan: MapPlan,
  cells: MapCells,
  signal: AbortSignal,
  report: (index: number, state: CellState, value?: number) => void,
): Promise<void> {
  const { xs, ys } = gridOf(plan);
  const open = coarseToFine(xs.length, ys.length).filter((index) =>
    ['waiting', 'lost'].includes(stateOf(cells, index)),
  );
  const waiting = open.values();
  const lane = async () => {
    for (const index of waiting) {
      const column = index % xs.length;
      const cell = cellAt(plan, xs[column] ?? 0, ys[(index - column) / xs.length] ?? 0);
      if ('reason' in cell) {
        report(index, 'impossible');
        continue;
      }
      const task = { experiment: inBackground(cell.experiment), steps: stepsOf(plan) };
      const tried = await pool.run(task, signal).catch(() => null);
      signal.throwIfAborted();
      if (tried) report(index, 'known', measuredIn(plan, tried.outcome));
      else report(index, 'lost');
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, open.length) }, lane));
}

function measuredIn({ measure, experiment }: MapPlan, outcome: Outcome): number {
  switch (measure) {
    case 'growth':
      return outcome.growth;
    case 'nonFiniteStep':
      return outcome.nonFinite?.step ?? Number.POSITIVE_INFINITY;
    case 'loss':
      return outcome.loss;
    case 'accuracy':
      return hasAccuracy(experiment) ? outcome.accuracy : outcome.skill;
  }
}

/** Whether an experiment's answers are right or wrong; a regression's are measured by R² instead. */
export function hasAccuracy(experiment: MapPlan['experiment']): boolean {
  return taskOf(experiment).kind === 'classification';
}
