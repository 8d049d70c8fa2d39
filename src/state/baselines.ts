import type { Experiment } from '../experiment/schema';
import type { History } from '../history/history';
import type { NonFinite } from '../history/measures';
import { open, show } from './actions';
import { app } from './app';
import { currentStep, type RunEvent } from './run';

/** A run that was pinned to be compared with, as it was then. */
export interface Baseline {
  readonly id: number;
  readonly name: string;
  /** 0 … 3: its color and dash, which no other pinned run has. */
  readonly mark: number;
  readonly experiment: Experiment;
  readonly history: History;
  readonly nonFinite: NonFinite | null;
  readonly events: readonly RunEvent[];
}

/** Most runs that are pinned at a time. */
export const mostBaselines = 4;

let count = 0;

/** Pins the run on screen, if something was measured and there is room for it. */
export function pin(): void {
  const { run, baselines } = app.getState();
  const { history, began, nonFinite, events } = run;
  if (!history?.length || baselines.length >= mostBaselines) return;
  count += 1;
  const mark = [0, 1, 2, 3].find((free) => baselines.every((taken) => taken.mark !== free)) ?? 0;
  const baseline: Baseline = {
    id: count,
    name: letters[mark] ?? '',
    mark,
    experiment: began,
    history: history.copy(),
    nonFinite,
    events,
  };
  app.setState({ baselines: [...baselines, baseline] });
}

const letters = ['A', 'B', 'C', 'D'] as const;

/** Takes a pinned run away. */
export function unpin(id: number): void {
  app.setState(({ baselines }) => ({ baselines: baselines.filter((one) => one.id !== id) }));
}

/** Gives a pinned run another name. */
export function rename(id: number, name: string): void {
  app.setState(({ baselines }) => ({
    baselines: baselines.map((one) => (one.id === id ? { ...one, name } : one)),
  }));
}

/** Loads another experiment beside the run on screen, which is pinned if it is not yet. */
export function tryBeside(experiment: Experiment): void {
  const { run, baselines } = app.getState();
  const isPinned = baselines.some(
    ({ experiment: pinned, history }) =>
      pinned === run.began && history.at(history.length - 1, 'step') === currentStep(run),
  );
  if (!isPinned) pin();
  show(experiment, []);
  open('training');
}
