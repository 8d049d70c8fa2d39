import type { Failure } from '../base/failure';
import { onNextFrame } from '../base/nextFrame';
import { slowestStep } from '../experiment/budget';
import { createHistory, type History } from '../history/history';
import { type Client, connect } from '../worker/client';
import type { Report, Request } from '../worker/protocol';
import { app } from './app';
import { recover, rowsFrom, withCheckpoint } from './recovery';
import { isIdle, lastFinite, type Run, type RunEvent, stepsTaken, unmeasured } from './run';

let client: Client | null = null;
let acceptsSoftwareWebgl = false;
let pending: Report[] = [];
let fresh: { readonly run: number; readonly history: History } | null = null;

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
  const recovery = recover(run, message);
  if (!recovery) return unmeasured(run, { state: 'failed', failure: message });
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
function patienceWith({ state, began }: Run): number {
  return state === 'running' ? patience.training : patience.preparing + slowestStep(began);
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
  const stopped = run.nonFinite !== null && before.nonFinite === null;
  if (run !== before) app.setState({ run, ...(stopped && { viewed: lastFinite(run) }) });
}

function apply(run: Run, report: Report): Run {
  if (report.type === 'failed' && (report.run === -1 || report.run === run.id)) {
    return begunAgain(run, report.message);
  }
  if (report.run !== run.id) return run;
  switch (report.type) {
    case 'prepared':
      if (fresh?.run !== run.id) fresh = { run: run.id, history: createHistory(report.shape) };
      return { ...run, backend: report.backend };
    case 'records': {
      const history = fresh?.run === run.id ? fresh.history : run.history;
      history?.append(rowsFrom(report.rows, report.shape, stepsTaken(run)), report.shape);
      connection.post({ type: 'acknowledge', run: run.id });
      return {
        ...run,
        history,
        isRecorded: true,
        before: null,
        pace: report.pace,
        revision: run.revision + 1,
      };
    }
    case 'state': {
      const { state, ticket, nonFinite } = report;
      const answered = Math.max(run.answered, ticket);
      if (ticket < run.asked) return { ...run, answered };
      return { ...run, answered, state, nonFinite, pace: state === 'running' ? run.pace : 0 };
    }
    case 'amended':
      return { ...run, events: run.events.map((event) => inForce(event, report)) };
    case 'checkpoint':
      return withCheckpoint(run, report.checkpoint);
    case 'inspected': {
      const { step, layer, inspection } = report;
      return { ...run, inspection: { run: run.id, step, layer, found: inspection } };
    }
    case 'failed':
    case 'alive':
    case 'tried':
      return run;
  }
}

/** A change with the step from which it is in force, once the worker has told. */
function inForce(
  event: RunEvent,
  { ticket, step }: { readonly ticket: number; readonly step: number },
): RunEvent {
  const { ticket: asked, changes } = event;
  return asked !== undefined && asked <= ticket ? { step, changes } : event;
}
