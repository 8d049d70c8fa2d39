import type { Experiment } from '../experiment/schema';
import { type History, historyFrom } from '../history/history';
import type { NonFinite } from '../history/measures';
import { open, show } from './actions';
import { app } from './app';
import { currentStep, type Run, type RunEvent } from './run';

/** A run that is kept as it was when it was pinned. */
export interface KeptRun {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly experiment: Experiment;
  readonly history: History;
  readonly nonFinite: NonFinite | null;
  readonly events: readonly RunEvent[];
}

/** A kept run that every chart shows beside the run on screen. */
export interface Baseline extends KeptRun {
  /** 0 … 3: its color and dash, which no other pinned run has. */
  readonly mark: number;
}

/** Most runs that are pinned at a time. */
export const mostBaselines = 4;

/** What the records of a kept run may take, in bytes; beyond it older ones are thinned. */
export const keptHistoryLimit = 4e6;

const names = ['A', 'B', 'C', 'D'] as const;

/** Pins the run on screen, if something was measured and there is room for it. */
export function pin(): void {
  pinRun(app.getState().run);
}

/** Pins the run that the last change put aside, if there is room for it. */
export function pinReplaced(): void {
  const { replaced } = app.getState();
  if (replaced) pinRun(replaced.run);
  app.setState({ replaced: null });
}

function pinRun(run: Run): void {
  const { baselines, shelf } = app.getState();
  const taken = new Set([...baselines, ...shelf].map(({ name }) => name));
  const free = names.find((name) => !taken.has(name)) ?? `${names[0]} ${taken.size + 1}`;
  const kept = keptOf(run, free);
  if (kept && freeMark(baselines) !== null) keep(kept);
}

/** The run on screen as it is now, to be kept under a name; null before anything was measured. */
export function keptNow(name: string): KeptRun | null {
  return keptOf(app.getState().run, name);
}

function keptOf({ history, began, nonFinite, events }: Run, name: string): KeptRun | null {
  if (!history?.length) return null;
  return {
    id: crypto.randomUUID(),
    name,
    keptAt: Date.now(),
    experiment: began,
    history: historyFrom(history.data(), keptHistoryLimit),
    nonFinite,
    events,
  };
}

/** Pins a run, or puts it on the shelf when there is no room; says whether it was pinned. */
export function keep(kept: KeptRun): boolean {
  const mark = freeMark(app.getState().baselines);
  if (mark === null) app.setState(({ shelf }) => ({ shelf: [kept, ...shelf] }));
  else app.setState(({ baselines }) => ({ baselines: [...baselines, { ...kept, mark }] }));
  return mark !== null;
}

/** The first color and dash that no pinned run has; null when all are taken. */
export function freeMark(baselines: readonly Baseline[]): number | null {
  const marks = Array.from({ length: mostBaselines }, (_, mark) => mark);
  return marks.find((mark) => baselines.every((taken) => taken.mark !== mark)) ?? null;
}

/** Takes a pinned run out of the charts; it stays among the saved ones. */
export function unpin(id: string): void {
  app.setState(({ baselines, shelf }) => ({
    baselines: baselines.filter((one) => one.id !== id),
    shelf: [...baselines.filter((one) => one.id === id).map(({ mark, ...kept }) => kept), ...shelf],
  }));
}

/** Puts a saved run back into the charts, if there is room. */
export function pinAgain(id: string): void {
  const { baselines, shelf } = app.getState();
  const mark = freeMark(baselines);
  const kept = shelf.find((one) => one.id === id);
  if (mark === null || !kept) return;
  app.setState({
    baselines: [...baselines, { ...kept, mark }],
    shelf: shelf.filter((one) => one !== kept),
  });
}

/** Deletes a saved run for good. */
export function remove(id: string): void {
  app.setState(({ shelf }) => ({ shelf: shelf.filter((one) => one.id !== id) }));
}

/** Gives a pinned run another name. */
export function rename(id: string, name: string): void {
  app.setState(({ baselines }) => ({
    baselines: baselines.map((one) => (one.id === id ? { ...one, name } : one)),
  }));
}

/** Whether a run is pinned as it is now. */
export function isPinned(run: Run, baselines: readonly Baseline[]): boolean {
  return baselines.some(
    ({ experiment, history }) =>
      experiment === run.began && history.at(history.length - 1, 'step') === currentStep(run),
  );
}

/** Loads another experiment beside the run on screen, which is pinned if it is not yet. */
export function tryBeside(experiment: Experiment): void {
  const { run, baselines } = app.getState();
  if (!isPinned(run, baselines)) pin();
  show(experiment, []);
  open('training');
}
