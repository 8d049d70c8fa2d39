import { holdTable } from '../catalog/datasets/tables';
import { createChooser } from '../engine/choice';
import type { BackendOptions } from '../engine/tfjs/backend';
import { createTrainer } from '../engine/trainer';
import { runTrial } from '../engine/trial';
import type { Experiment } from '../experiment/schema';
import type { Port, Replay, Request } from './protocol';
import { withPulse } from './pulse';
import { openSession, type Session } from './session';
import { nextTask } from './task';

/** What a worker's surroundings say. */
interface Surroundings extends Pick<BackendOptions, 'wasmPaths'> {
  /** Milliseconds of training between two checkpoints. */
  readonly checkpointInterval?: number;
}

/** A run to be built. */
interface Order {
  readonly run: number;
  readonly experiment: Experiment;
  readonly replay: Replay | null;
}

/**
 * Answers one page: builds what it configures, measures it, trains when told to. Requests only set
 * what is wanted; one loop does the work, so that of many configurations the last one wins. What is asked for while a
 * lost run is computed again comes after that.
 */
export function serve(
  port: Port,
  { checkpointInterval = 10_000, ...options }: Surroundings = {},
): (request: Request) => void {
  let chooser = createChooser(options);
  let run = -1;
  let ticket = 0;
  let wanted: Order | null = null;
  let session: Session | null = null;
  let amended: Extract<Request, { type: 'amend' }> | null = null;
  let inquiry: Extract<Request, { type: 'inspect' }> | null = null;
  let trial: Extract<Request, { type: 'try' }> | null = null;
  let isHeld = false;
  let release = () => {};
  /** The step that is led to before anything else, and the step to train to. */
  let replayed = 0;
  let goal = 0;
  let working = false;

  const reached = () => Math.max(replayed, session && !wanted ? session.trainer.step : 0);

  function settle({ trainer, outbox, ...own }: Session): void {
    const { nonFinite, step } = trainer;
    if (nonFinite || step >= goal) outbox.flush();
    const training = step < replayed ? 'preparing' : step < goal ? 'running' : 'ready';
    const state = nonFinite ? 'nonFinite' : training;
    port.post({ type: 'state', run: own.run, ticket, state, nonFinite });
  }

  function fail(own: number, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    port.post({ type: 'failed', run: own, message });
  }

  async function prepare({ run: own, experiment, replay }: Order): Promise<void> {
    session?.trainer.dispose();
    session = null;
    const { ops, ...choice } = await chooser.choose(experiment);
    if (wanted) return;
    const live = () => port.post({ type: 'alive', run: own });
    const trainer = createTrainer(withPulse(ops, experiment, live), experiment, {
      from: replay?.from ?? null,
    });
    const { backend, accelerated, reason } = choice;
    port.post({
      type: 'prepared',
      run: own,
      shape: trainer.shape,
      backend: { backend, accelerated, reason },
    });
    const amendments = replay?.amendments ?? [];
    session = openSession(port, { run: own, trainer, backend, amendments, checkpointInterval });
    await session.measure();
    session.outbox.flush();
    if (backend === 'webgl') await trainer.rehearse();
    settle(session);
  }

  async function advance(running: Session): Promise<void> {
    const wasBehind = running.trainer.step < replayed;
    await running.advance(() => (wasBehind ? replayed : goal));
    const { step, nonFinite } = running.trainer;
    if (nonFinite || step >= goal || (wasBehind && step >= replayed)) settle(running);
    else running.outbox.flushIfDue();
    await running.checkpointIfDue();
  }

  async function amend(running: Session, request: NonNullable<typeof amended>): Promise<void> {
    await running.measure(request.experiment);
    const { step } = running.trainer;
    port.post({ type: 'amended', run: running.run, ticket: request.ticket, step });
    ticket = Math.max(ticket, request.ticket);
    settle(running);
  }

  async function inspect(running: Session, request: NonNullable<typeof inquiry>): Promise<void> {
    const { layer, withNorms, step } = request;
    const at = step ?? running.trainer.step;
    const inspection = await running.trainer.inspect(at, layer, withNorms);
    port.post({ type: 'inspected', run: running.run, step: at, layer, inspection });
  }

  async function tryOut({ run: own, experiment, steps }: NonNullable<typeof trial>): Promise<void> {
    const { ops } = await chooser.choose(experiment);
    const untilReleased = async () => {
      await nextTask();
      if (isHeld) {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      }
    };
    port.post({
      type: 'tried',
      run: own,
      ...(await runTrial(ops, experiment, steps, untilReleased)),
    });
  }

  /** The next piece of work there is, begun; null when there is none. */
  function nextWork(): Promise<void> | null {
    if (wanted) {
      const order = wanted;
      wanted = null;
      return prepare(order);
    }
    if (trial) {
      const request = trial;
      trial = null;
      return tryOut(request);
    }
    if (!session) return null;
    const { trainer, outbox } = session;
    if (session.isAmendmentDue()) return session.amend();
    if (amended && trainer.step >= replayed) {
      const request = amended;
      amended = null;
      return amend(session, request);
    }
    if (inquiry) {
      const request = inquiry;
      inquiry = null;
      return inspect(session, request);
    }
    const isAsked = trainer.step < goal && !trainer.nonFinite;
    return isAsked && outbox.ready() ? advance(session) : null;
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (;;) {
      await nextTask();
      const own = run;
      try {
        const begun = nextWork();
        if (!begun) break;
        await begun;
      } catch (error) {
        goal = 0;
        fail(own, error);
        if (!wanted) break;
      }
    }
    working = false;
  }

  function take(request: Request): void {
    switch (request.type) {
      case 'open':
        chooser = createChooser({ ...options, softwareWebgl: request.softwareWebgl });
        return;
      case 'table':
        holdTable(request.table);
        return;
      case 'hold':
        isHeld = request.held;
        if (!isHeld) release();
        return;
      case 'configure':
        ({ run, ticket } = request);
        wanted = { run, experiment: request.experiment, replay: request.replay ?? null };
        amended = null;
        inquiry = null;
        replayed = request.replay?.to ?? 0;
        goal = replayed;
        break;
      case 'amend':
        if (request.run === run) amended = request;
        break;
      case 'run':
        if (request.run !== run) return;
        ticket = request.ticket;
        goal = reached() + (request.steps ?? Number.POSITIVE_INFINITY);
        if (session && !wanted) settle(session);
        break;
      case 'pause':
        ticket = request.ticket;
        goal = reached();
        if (session && !wanted) settle(session);
        break;
      case 'inspect':
        if (request.run === run) inquiry = request;
        break;
      case 'try':
        ({ run } = request);
        trial = request;
        break;
      case 'acknowledge':
        if (request.run === session?.run) session.outbox.acknowledged();
        break;
    }
    void work();
  }

  return (request) => {
    try {
      take(request);
    } catch (error) {
      fail(run, error);
    }
  };
}
