import type { Failure } from '../../base/failure';
import { onNextFrame } from '../../base/nextFrame';
import { once } from '../../base/once';
import { slowestStep } from '../../experiment/budget';
import type { Experiment } from '../../experiment/schema';
import { createHistory, type History } from '../../history/history';
import { measuredAt, predictActivations, predictGradients } from '../../theory/prediction';
import { type Client, connect } from '../../worker/client';
import type { Report, Request } from '../../worker/protocol';
import { app } from '../store/app';
import {
  beganOf,
  failed,
  inState,
  isIdle,
  type Live,
  lastFinite,
  type Run,
  type RunEvent,
  recordedAs,
  shownRecording,
  stepsTaken,
  type Theory,
} from '../store/run';
import { recover, rowsFrom, withCheckpoint } from './recovery';

let client: Client | null = null;
let acceptsSoftwareWebgl = false;
let pending: Report[] = [];

/** The page's line to the worker that trains. */
export const connection = {
  /** Whether WebGL drawn by the processor is taken for WebGL, from the next worker on. */
  acceptSoftwareWebgl(accepted: boolean): void {
    acceptsSoftwareWebgl = accepted;
  },
  /** Watches over the worker from here on. */
  watch(): void {
    setInterval(watch, interval);
  },
  /** Sends a request, to a new worker if there is none or the last one died. */
  post(request: Request): void {
    client ??= connect(receive, acceptsSoftwareWebgl);
    client.post(request);
  },
};

/** Gives the worker up; the run goes on in a new one, or has failed. Nothing recorded is lost. */
function begunAgain(run: Run, message: string): Run {
  client?.close();
  client = null;
  if (run.state === 'refused') return run;
  const recovery = run.state === 'failed' ? null : recover(run, message);
  if (!recovery) return failed(run, message);
  recovery.requests.forEach(connection.post);
  return recovery.run;
}

/** Milliseconds between two looks at whether the worker has said something. */
const interval = 500;

/** Milliseconds for which a worker may be silent while it trains, or prepares: compiling shaders takes a while. */
const patience = { training: 10_000, preparing: 60_000 } as const;

/** Milliseconds for which a worker that should compute has said nothing, as far as the page was awake to hear it. */
let silence = 0;

/**
 * Gives up a worker that has died or hangs. A hidden page does not count, because browsers slow it down. A step however
 * long is no silence: the worker gives signs of life in it.
 */
function watch(): void {
  const { run } = app.getState();
  const isExcused = document.hidden || isIdle(run) || !client;
  silence = isExcused ? 0 : silence + interval;
  if (silence < patienceWith(run)) return;
  const failure: Failure = `silent ${Math.round(silence / 1000)}`;
  silence = 0;
  app.setState({ run: begunAgain(run, failure) });
}

/** Backends that compete for a large network are given the time that its steps may take. */
function patienceWith(run: Run): number {
  const isPreparing = 'target' in run && run.state !== 'running';
  return isPreparing ? patience.preparing + slowestStep(beganOf(run)) : patience.training;
}

/** Reports wait for the next frame, so that however many come, the page renders once. */
function receive(report: Report): void {
  silence = 0;
  if (report.type === 'alive') return;
  pending.push(report);
  if (pending.length === 1) onNextFrame(deliver);
}

function deliver(): void {
  if (pending.length === 0) return;
  const reports = pending;
  pending = [];
  const before = app.getState().run;
  const run = reports.reduce(apply, before);
  const { recording } = run;
  const hasStopped = recording?.nonFinite && !before.recording?.nonFinite;
  if (run !== before) app.setState({ run, ...(hasStopped && { viewed: lastFinite(recording) }) });
}

function apply(run: Run, report: Report): Run {
  if (report.type === 'failed' && (report.run === -1 || report.run === run.id)) {
    return begunAgain(run, report.message);
  }
  if (report.run !== run.id || run.state === 'refused' || run.state === 'failed') return run;
  switch (report.type) {
    case 'prepared':
      return { ...run, backend: report.backend };
    case 'records':
      connection.post({ type: 'acknowledge', run: run.id });
      return recorded(run, report);
    case 'state':
      return answered(run, report);
    case 'amended':
      return recordedAs(run, (recording) => ({
        ...recording,
        events: recording.events.map((event) => inForce(event, report)),
      }));
    case 'checkpoint':
      return withCheckpoint(run, report.checkpoint);
    case 'inspected': {
      const { step, layer, inspection } = report;
      return { ...run, inspection: { step, layer, found: inspection } };
    }
    case 'failed':
    case 'alive':
    case 'tried':
      return run;
  }
}

type Of<Type extends Report['type']> = Extract<Report, { readonly type: Type }>;

/** The run with new records, the first of which begin its history. */
function recorded(run: Live, { rows, shape, pace }: Of<'records'>): Run {
  const { recording } = run;
  const history = recording?.history ?? createHistory(shape);
  history.append(rowsFrom(rows, shape, stepsTaken(run)), shape);
  const grown = {
    ...(recording ?? begunRecording(beganOf(run), history)),
    backend: run.backend,
    revision: (shownRecording(run)?.revision ?? 0) + 1,
  };
  return run.state === 'preparing'
    ? { ...run, recording: grown, before: null }
    : { ...run, recording: grown, pace };
}

function begunRecording(began: Experiment, history: History) {
  const theory = once((): Theory => {
    const measured = measuredAt(history, 0);
    const gradients = predictGradients(began, measured);
    return { gradients, activations: predictActivations(began, measured.inputMeanSquare) };
  });
  return { began, history, theory, events: [], nonFinite: null };
}

/** The run in the state that the worker answers with: before step 0 is recorded it is prepared still. */
function answered(run: Live, { state, ticket, nonFinite }: Of<'state'>): Run {
  const heard = { ...run, answered: Math.max(run.answered, ticket) };
  if (ticket < run.asked || !run.recording || state === 'preparing') return heard;
  return inState(heard, { ...run.recording, nonFinite }, state);
}

/** A change with the step from which it is in force, once the worker has told. */
function inForce(
  event: RunEvent,
  { ticket, step }: { readonly ticket: number; readonly step: number },
): RunEvent {
  const { ticket: asked, changes } = event;
  return asked !== undefined && asked <= ticket ? { step, changes } : event;
}
