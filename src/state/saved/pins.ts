import { newId } from '../../base/id';
import { differences } from '../../experiment/change';
import type { Experiment } from '../../experiment/schema';
import { historyFrom } from '../../history/history';
import { begin } from '../run/actions';
import { app } from '../store/app';
import type { Baseline, KeptRun } from '../store/kept';
import { amended, lastStep, type Recording, stepsTaken } from '../store/run';

/** Most runs that are pinned at a time. */
export const mostBaselines = 4;

/** What the records of a kept run may take, in bytes; beyond it older ones are thinned. */
export const keptHistoryLimit = 4e6;

const names = ['A', 'B', 'C', 'D'] as const;

/** Pins the run on screen, if something was measured and there is room for it; says whether there was. */
export function pin(): boolean {
  return pinRecording(app.getState().run.recording);
}

/** Pins the run that the last change put aside, if there is room for it. */
export function pinReplaced(): void {
  const { replaced } = app.getState();
  if (replaced) pinRecording(replaced.recording);
  app.setState({ replaced: null });
}

function pinRecording(recording: Recording | null): boolean {
  const { baselines, shelf } = app.getState();
  const taken = new Set([...baselines, ...shelf].map(({ name }) => name));
  const free = names.find((name) => !taken.has(name)) ?? numbered(names[0], taken);
  const kept = keptAs(free, recording);
  const isFree = freeMark(baselines) !== null;
  if (kept && isFree)
    keep({ ...kept, history: historyFrom(kept.history.data(), keptHistoryLimit) });
  return isFree;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let number = names.length + 1;
  while (taken.has(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}

/** The run on screen under a name, with every record; it goes on as the run does. Null before anything was measured. */
export function runNow(name: string): KeptRun | null {
  return keptAs(name, app.getState().run.recording);
}

function keptAs(name: string, recording: Recording | null): KeptRun | null {
  if (!recording) return null;
  const { history, began, nonFinite, events } = recording;
  return { id: newId(), name, keptAt: Date.now(), experiment: began, history, nonFinite, events };
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

/** Puts a saved run back into the charts; where there is no room, in the place of the one pinned first. */
export function pinAgain(id: string): void {
  const { baselines, shelf } = app.getState();
  const kept = shelf.find((one) => one.id === id);
  if (!kept) return;
  const [first] = baselines;
  if (freeMark(baselines) === null && first) unpin(first.id);
  app.setState((state) => ({ shelf: state.shelf.filter((one) => one !== kept) }));
  keep(kept);
}

/** Deletes a saved run for good. */
export function remove(id: string): void {
  app.setState(({ shelf }) => ({ shelf: shelf.filter((one) => one.id !== id) }));
}

/** Gives a kept run another name. */
export function rename(id: string, name: string): void {
  const named = <Run extends KeptRun>(one: Run) => (one.id === id ? { ...one, name } : one);
  app.setState(({ baselines, shelf }) => ({
    baselines: baselines.map(named),
    shelf: shelf.map(named),
  }));
}

/** Whether records are pinned as they are now. */
export function isPinned(recording: Recording, baselines: readonly Baseline[]): boolean {
  return baselines.some(
    (one) => one.experiment === recording.began && lastStep(one) === lastStep(recording),
  );
}

/** The settings that were in force at the end of a kept run. */
export function atTheEnd({ experiment, events }: KeptRun): Experiment {
  return amended(experiment, events);
}

/**
 * Begins an experiment of a study beside the original that the study varies. That is pinned, once, if it is on screen;
 * where another run has been trained there, this is pinned instead, so that it is not lost.
 */
export function tryBeside(experiment: Experiment, original: Experiment): void {
  const { run, baselines, experiment: shown } = app.getState();
  const isOriginal = (one: Experiment) => differences(one, original).length === 0;
  const isPinned = baselines.some((one) => isOriginal(atTheEnd(one)));
  const isWanted = !isPinned && (isOriginal(shown) || stepsTaken(run) > 0);
  const isFull = isWanted && !pin();
  begin(experiment);
  if (isFull)
    app.setState(({ problems }) => ({
      problems: [...problems, { problem: { kind: 'pinsFull' } }],
    }));
}
