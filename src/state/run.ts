import type { Checkpoint } from '../engine/weights';
import type { Excess } from '../experiment/budget';
import type { Difference } from '../experiment/change';
import type { Experiment, Key } from '../experiment/schema';
import type { History } from '../history/history';
import type { Inspection } from '../history/inspection';
import type { NonFinite } from '../history/measures';
import type { BackendReport, RunState } from '../worker/protocol';

/** Settings changed while a run went on, in force from this step on. */
export interface RunEvent {
  readonly step: number;
  readonly changes: readonly Difference[];
  /** The request that asked for them, until the worker has said from which step on they are in force. */
  readonly ticket?: number;
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

/** What the weights of a step told; null where the step is too long ago. */
export interface Answer {
  readonly run: number;
  readonly step: number;
  readonly layer: number | null;
  readonly found: Inspection | null;
}

/** The run on screen. Its history changes in place; `revision` tells that it did. */
export interface Run {
  /** Numbers the runs; a restart is a new run. */
  readonly id: number;
  /** `refused` when the experiment is over the budget. */
  readonly state: RunState | 'refused';
  /** The last request sent to the worker, and the last it answered. */
  readonly asked: number;
  readonly answered: number;
  readonly backend: BackendReport | null;
  /** Records of this run; while it is prepared, of the one before. */
  readonly history: History | null;
  /** Whether the history holds records of this run. */
  readonly isRecorded: boolean;
  readonly revision: number;
  /** Steps per second; 0 when not running. */
  readonly pace: number;
  readonly nonFinite: NonFinite | null;
  /** The last answer to what needs the weights of a step, of this run or the one before. */
  readonly inspection: Answer | null;
  /** The experiment as it was at step 0. */
  readonly began: Experiment;
  readonly events: readonly RunEvent[];
  /** What the worker said when it failed. */
  readonly failure: string | null;
  /** Where a new worker could go on from; null where only step 0 is. */
  readonly checkpoint: Checkpoint | null;
  /** Null while the run has had one worker. */
  readonly recovery: Recovery | null;
  /** The step to train to; infinite until paused, 0 where nothing was asked. */
  readonly target: number;
  readonly excess: readonly Excess[];
  /** The last run that was measured, until this one has been. */
  readonly before: Run | null;
}

/** A run that has not been measured yet. */
export function newRun(id: number, began: Experiment, previous: Run | null): Run {
  return {
    id,
    state: 'preparing',
    asked: previous?.asked ?? 0,
    answered: previous?.answered ?? 0,
    backend: previous?.backend ?? null,
    history: previous?.history ?? null,
    isRecorded: false,
    revision: (previous?.revision ?? 0) + 1,
    pace: 0,
    nonFinite: null,
    inspection: previous?.inspection ?? null,
    began,
    events: [],
    failure: null,
    checkpoint: null,
    recovery: null,
    target: 0,
    excess: [],
    before: previous?.isRecorded ? { ...previous, before: null } : (previous?.before ?? null),
  };
}

/** A run that will not be measured: the one before it stays, with its own settings, and says why. */
export function unmeasured(run: Run, why: Pick<Run, 'state'> & Partial<Run>): Run {
  const { id, asked, answered, backend } = run;
  return {
    ...lastMeasured(run),
    ...{ id, asked, answered, backend, checkpoint: null, pace: 0, target: 0 },
    ...{ failure: null, excess: [] },
    ...why,
  };
}

/** The run that the records on screen are of: the one before until this one is measured, and this one where there was none. */
export function lastMeasured(run: Run): Run {
  return run.isRecorded ? run : (run.before ?? run);
}

/** The last step measured, which is the number of updates made; 0 before there is a record. */
export function currentStep(run: Run): number {
  const { history } = run;
  return history && history.length > 0 ? history.at(history.length - 1, 'step') : 0;
}

/** The step of the last record before the one that is not finite; null where every record is finite, or none. */
export function lastFinite({
  history,
  nonFinite,
}: Pick<Run, 'history' | 'nonFinite'>): number | null {
  if (!history?.length || !nonFinite) return null;
  const index = history.indexOf(nonFinite.step) - 1;
  return index < 0 ? null : history.at(index, 'step');
}

/** Steps recorded of this very run, whatever of the one before is still shown. */
export function stepsTaken(run: Run): number {
  return run.isRecorded ? currentStep(run) : 0;
}

/** An experiment with changes made to it, one after the other. */
export function amended(began: Experiment, events: readonly RunEvent[]): Experiment {
  const changes = events.flatMap((event) => event.changes);
  return { ...began, ...Object.fromEntries(changes.map(({ key, to }) => [key, to])) };
}

/** The settings in force at a step of a run. */
export function experimentAt(run: Run, step: number): Experiment {
  return amended(run.began, eventsUpTo(run, step));
}

/** The step from which a setting stood as it did at a step: its last change up to there, or 0. */
export function heldSince(run: Run, key: Key, step: number): number {
  const last = eventsUpTo(run, step).findLast(({ changes }) =>
    changes.some((change) => change.key === key),
  );
  return last?.step ?? 0;
}

/** What was changed up to a step; what the worker has not answered yet is not in force. */
function eventsUpTo({ events }: Run, step: number): readonly RunEvent[] {
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
