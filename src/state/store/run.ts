import type { Checkpoint } from '../../engine/weights';
import type { Excess } from '../../experiment/budget';
import type { Difference } from '../../experiment/change';
import type { Experiment, Key } from '../../experiment/schema';
import type { History } from '../../history/history';
import type { Inspection } from '../../history/inspection';
import type { NonFinite } from '../../history/measures';
import type { predictActivations, predictGradients } from '../../theory/prediction';
import type { BackendReport, RunState } from '../../worker/protocol';

/** Settings changed while a run went on, in force from this step on. */
export interface RunEvent {
  readonly step: number;
  readonly changes: readonly Difference[];
  /** The request that asked for them, until the worker has said from which step on they are in force. */
  readonly ticket?: number;
}

/** Records of a training, with what explains them. The history changes in place; `revision` tells that it did. */
export interface Records {
  /** At least one record. */
  readonly history: History;
  readonly revision: number;
  readonly events: readonly RunEvent[];
  readonly nonFinite: NonFinite | null;
}

/** The records of a run of this page, whose network is known. */
export interface Recording extends Records {
  /** The experiment as it was at step 0. */
  readonly began: Experiment;
  /** The backend that computed the last record. */
  readonly backend: BackendReport | null;
  /** Gives what theory says of the network at step 0, computed when it is first asked for: it takes up to half a second. */
  readonly theory: () => Theory;
}

/** Predictions of the norms by layer at step 0. */
export interface Theory {
  readonly gradients: ReturnType<typeof predictGradients>;
  readonly activations: ReturnType<typeof predictActivations>;
}

/** How a run went on after its worker was lost. */
export interface Recovery {
  /** Times that a new worker was begun with, since one last trained for long. */
  readonly tries: number;
  /** What the last worker said, or what was noticed about it. */
  readonly message: string;
  /** The step from which the new worker computed again, and the last one that was recorded before. */
  readonly from: number;
  readonly to: number;
}

/** What the weights of a step told; `found` is null where the step is too long ago. */
export interface Answer {
  readonly step: number;
  readonly layer: number | null;
  readonly found: Inspection | null;
}

interface Numbered {
  /** Numbers the runs; a restart is a new run. */
  readonly id: number;
  /** The last request sent to the worker, and the last it answered. */
  readonly asked: number;
  readonly answered: number;
  /** What computes; null until one is chosen. */
  readonly backend: BackendReport | null;
  /** The last answer about the weights of a step of this run. */
  readonly inspection: Answer | null;
}

interface Computed extends Numbered {
  /** The step to train to; infinite until paused, 0 where nothing was asked. */
  readonly target: number;
  /** Where a new worker could go on from; null where only step 0 is. */
  readonly checkpoint: Checkpoint | null;
  /** Null while the run has had one worker. */
  readonly recovery: Recovery | null;
}

/** A run whose network is built and measured at step 0, or led by a new worker to where the last one was lost. */
export interface Preparing extends Computed {
  readonly state: 'preparing';
  /** The experiment as it is at step 0. */
  readonly began: Experiment;
  /** What was recorded of this run. */
  readonly recording: Recording | null;
  /** What is on screen until this run has a record. */
  readonly before: Recording | null;
}

/** A run whose step 0, at least, was measured. */
export interface Measured extends Computed {
  readonly state: Exclude<RunState, 'preparing'>;
  readonly recording: Recording;
  /** Steps per second; 0 when not running. */
  readonly pace: number;
}

/** A run over the budget, which is not computed. */
export interface Refused extends Numbered {
  readonly state: 'refused';
  /** What was recorded last, of a run before. */
  readonly recording: Recording | null;
  readonly excess: readonly Excess[];
}

/** A run whose workers failed. */
export interface Failed extends Numbered {
  readonly state: 'failed';
  /** What was recorded last, of this run or of one before. */
  readonly recording: Recording | null;
  /** What the worker said. */
  readonly failure: string;
  readonly recovery: Recovery | null;
}

/** A run that a worker computes. */
export type Live = Preparing | Measured;

/** The run on screen. */
export type Run = Preparing | Measured | Refused | Failed;

/** A run that has not been measured yet. */
export function newRun(id: number, began: Experiment, previous: Run | null): Preparing {
  return {
    id,
    state: 'preparing',
    asked: previous?.asked ?? 0,
    answered: previous?.answered ?? 0,
    backend: previous?.backend ?? null,
    inspection: null,
    began,
    recording: null,
    before: previous && shownRecording(previous),
    target: 0,
    checkpoint: null,
    recovery: null,
  };
}

/** A run that is not computed, because it is over the budget: what was recorded before it stays. */
export function refused(run: Run, excess: readonly Excess[]): Refused {
  return { ...numbersOf(run), state: 'refused', inspection: null, excess };
}

/** A run that no worker computes: what was recorded stays. */
export function failed(run: Run, failure: string): Failed {
  const recovery = 'recovery' in run ? run.recovery : null;
  return { ...numbersOf(run), state: 'failed', failure, recovery };
}

function numbersOf(run: Run): Numbered & { readonly recording: Recording | null } {
  const { id, asked, answered, backend, inspection } = run;
  return { id, asked, answered, backend, inspection, recording: shownRecording(run) };
}

/** The experiment that a run began with. */
export function beganOf(run: Live): Experiment {
  return run.state === 'preparing' ? run.began : run.recording.began;
}

/** A run as it is prepared by another worker, with what was recorded of it. */
export function preparedAgain(run: Live, recovery: Recovery): Preparing {
  const before = run.state === 'preparing' ? run.before : null;
  return { ...computedPart(run), state: 'preparing', began: beganOf(run), before, recovery };
}

/** A run with records of its own in a state that its worker says it has come to. */
export function inState(run: Live, recording: Recording, state: Measured['state']): Measured {
  const pace = state === 'running' && run.state === 'running' ? run.pace : 0;
  return { ...computedPart(run), state, recording, pace };
}

function computedPart(run: Live): Computed & { readonly recording: Recording | null } {
  const { target, checkpoint, recovery } = run;
  return { ...numbersOf(run), recording: run.recording, target, checkpoint, recovery };
}

/** A run after a change of its records; one that has none stays as it is. */
export function recordedAs<R extends Run>(run: R, changed: (recording: Recording) => Recording): R {
  return run.recording ? { ...run, recording: changed(run.recording) } : run;
}

/** The records on screen: those of the run, or of the one before until it has any. */
export function shownRecording(run: Run): Recording | null {
  return run.recording ?? (run.state === 'preparing' ? run.before : null);
}

/** The last step on screen, which is the number of updates made; 0 before there is a record. */
export function currentStep(run: Run): number {
  return lastStep(shownRecording(run));
}

/** Steps recorded of this very run, whatever of the one before is still shown. */
export function stepsTaken(run: Run): number {
  return lastStep(run.recording);
}

/** The step of the last record; 0 where there is none. */
export function lastStep(records: Pick<Records, 'history'> | null): number {
  return records ? records.history.at(records.history.length - 1, 'step') : 0;
}

/** The changes made to this very run on the way. */
export function eventsOf(run: Run): readonly RunEvent[] {
  return run.recording?.events ?? [];
}

/** The step of the last record before the one that is not finite; null where every record is finite, or none. */
export function lastFinite({
  history,
  nonFinite,
}: Pick<Records, 'history' | 'nonFinite'>): number | null {
  if (!nonFinite) return null;
  const index = history.indexOf(nonFinite.step) - 1;
  return index < 0 ? null : history.at(index, 'step');
}

/** An experiment with changes made to it, one after the other. */
export function amended(began: Experiment, events: readonly RunEvent[]): Experiment {
  const changes = events.flatMap((event) => event.changes);
  return { ...began, ...Object.fromEntries(changes.map(({ key, to }) => [key, to])) };
}

type Changed = Pick<Recording, 'began' | 'events'>;

/** The settings in force at a step of a run. */
export function experimentAt(recording: Changed, step: number): Experiment {
  return amended(recording.began, eventsUpTo(recording, step));
}

/** The step from which a setting stood as it did at a step: its last change up to there, or 0. */
export function heldSince(recording: Changed, key: Key, step: number): number {
  const last = eventsUpTo(recording, step).findLast(({ changes }) =>
    changes.some((change) => change.key === key),
  );
  return last?.step ?? 0;
}

/** What was changed up to a step; what the worker has not answered yet is not in force. */
function eventsUpTo({ events }: Changed, step: number): readonly RunEvent[] {
  return events.filter((event) => event.ticket === undefined && event.step <= step);
}

/** Whether a run can only begin again: it is no longer finite, or its worker failed. */
export function hasEnded({ state }: Run): boolean {
  return state === 'nonFinite' || state === 'failed';
}

/** Whether the worker has answered everything and nothing is being computed. */
export function isIdle({ state, asked, answered }: Run): boolean {
  const finished = state === 'failed' || state === 'refused';
  return finished || (answered >= asked && state !== 'preparing' && state !== 'running');
}
