import type { Failure } from '../base/failure';
import { onNextFrame } from '../base/nextFrame';
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
    setInterval(watch, patience / 20);
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

/** How long a worker that should compute may be silent, in milliseconds: compiling shaders takes a while. */
const patience = 60_000;

let heard = performance.now();

/** Gives up a worker that hangs. What happens while the page is hidden does not count: browsers slow it down. */
function watch(): void {
  const { run } = app.getState();
  if (document.hidden || isIdle(run) || !client) heard = performance.now();
  if (performance.now() - heard < patience) return;
  heard = performance.now();
  app.setState({ run: begunAgain(run, `silent ${patience / 1000}` satisfies Failure) });
}

/** Reports wait for the next frame, so that however many come, the page renders once. */
function receive(report: Report): void {
  heard = performance.now();
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
