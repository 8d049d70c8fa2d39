import { holdTable } from '../catalog/datasets/tables';
import { createChooser } from '../engine/choice';
import type { BackendOptions } from '../engine/tfjs/backend';
import { createTrainer, type Trainer } from '../engine/trainer';
import { runTrial } from '../engine/trial';
import { type Checkpoint, tensorsOf } from '../engine/weights';
import type { Experiment } from '../experiment/schema';
import { createOutbox, type Outbox } from './outbox';
import type { Port, Replay, Request, RunState } from './protocol';
import { nextTask } from './task';

/** How long the loop computes before it lets requests in, in milliseconds. */
const turn = 8;

/** What a worker's surroundings say. */
interface Surroundings extends Pick<BackendOptions, 'wasmPaths'> {
  /** Milliseconds of training between two checkpoints. */
  readonly checkpointInterval?: number;
}

/**
 * Answers one page: builds what it configures, measures it, trains when told to. Requests only set
 * what is wanted; one loop does the work, so that of many configurations the last one wins.
 */
export function serve(
  port: Port,
  { checkpointInterval = 10_000, ...options }: Surroundings = {},
): (request: Request) => void {
  let chooser = createChooser(options);
  let run = -1;
  let ticket = 0;
  let wanted: Experiment | null = null;
  let amended: { readonly experiment: Experiment; readonly ticket: number } | null = null;
  let replay: Replay | null = null;
  let amendments: Replay['amendments'] = [];
  let inquiry: Extract<Request, { readonly type: 'inspect' }> | null = null;
  let trial: { readonly experiment: Experiment; readonly steps: number } | null = null;
  let remaining = 0;
  let saved = { at: 0, step: 0 };
  let trainer: Trainer | null = null;
  let outbox: Outbox | null = null;
  let working = false;

  const state = (value: RunState) =>
    port.post({ type: 'state', run, ticket, state: value, nonFinite: trainer?.nonFinite ?? null });

  async function prepare(experiment: Experiment): Promise<void> {
    trainer?.dispose();
    trainer = null;
    const own = run;
    const { ops, ...choice } = await chooser.choose(experiment);
    if (wanted) return;
    trainer = createTrainer(ops, experiment, { from: replay?.from ?? null });
    saved = { at: performance.now(), step: trainer.step };
    const { backend, accelerated, reason } = choice;
    port.post({
      type: 'prepared',
      run: own,
      shape: trainer.shape,
      backend: { backend, accelerated, reason },
    });
    outbox = createOutbox(port, own);
    outbox.add(await trainer.measure(), trainer.shape);
    outbox.flush();
    if (backend === 'webgl') await trainer.rehearse();
    settle();
  }

  function settle(): void {
    if (trainer?.nonFinite) remaining = 0;
    if (remaining === 0) outbox?.flush();
    state(trainer?.nonFinite ? 'nonFinite' : remaining > 0 ? 'running' : 'ready');
  }

  /** Steps of a replay that are still to be taken: what is asked for meanwhile comes after them. */
  function behind(): number {
    if (!replay) return 0;
    return Math.max(0, replay.to - (trainer && !wanted ? trainer.step : (replay.from?.step ?? 0)));
  }

  const isDue = ({ step }: Trainer) => amendments[0] !== undefined && amendments[0].step <= step;

  async function advance(running: Trainer): Promise<void> {
    const deadline = performance.now() + turn;
    do {
      outbox?.add(await running.advance(), running.shape);
      remaining -= 1;
    } while (
      remaining > 0 &&
      !running.nonFinite &&
      !isDue(running) &&
      performance.now() < deadline
    );
    if (remaining <= 0 || running.nonFinite) settle();
    else outbox?.flushIfDue();
    if (performance.now() - saved.at >= checkpointInterval) await save(running);
  }

  async function save(running: Trainer): Promise<void> {
    const checkpoint = await running.checkpoint();
    const isNew = checkpoint.step > saved.step;
    saved = { at: performance.now(), step: checkpoint.step };
    if (isNew) port.post({ type: 'checkpoint', run, checkpoint }, buffersOf(checkpoint));
  }

  async function tryOut(experiment: Experiment, steps: number): Promise<void> {
    const { ops } = await chooser.choose(experiment);
    port.post({ type: 'tried', run, ...(await runTrial(ops, experiment, steps)) });
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    try {
      for (;;) {
        await nextTask();
        if (wanted) {
          const experiment = wanted;
          wanted = null;
          await prepare(experiment);
        } else if (amended && trainer) {
          const { experiment, ticket: asked } = amended;
          amended = null;
          outbox?.add(await trainer.measure(experiment), trainer.shape);
          port.post({ type: 'amended', run, ticket: asked, step: trainer.step });
          ticket = Math.max(ticket, asked);
          settle();
        } else if (trainer && amendments[0] && isDue(trainer)) {
          const { experiment } = amendments[0];
          amendments = amendments.slice(1);
          outbox?.add(await trainer.measure(experiment), trainer.shape);
          if (remaining <= 0) settle();
        } else if (inquiry && trainer) {
          const { step, layer, withNorms } = inquiry;
          inquiry = null;
          const at = step ?? trainer.step;
          const inspection = await trainer.inspect(at, layer, withNorms);
          port.post({ type: 'inspected', run, step: at, layer, inspection });
        } else if (trial) {
          const { experiment, steps } = trial;
          trial = null;
          await tryOut(experiment, steps);
        } else if (remaining > 0 && trainer && outbox?.ready()) {
          await advance(trainer);
        } else break;
      }
    } catch (error) {
      remaining = 0;
      port.post({
        type: 'failed',
        run,
        message: error instanceof Error ? error.message : String(error),
      });
    } finally {
      working = false;
    }
  }

  return (request) => {
    switch (request.type) {
      case 'open':
        chooser = createChooser({ ...options, softwareWebgl: request.softwareWebgl });
        return;
      case 'table':
        holdTable(request.table);
        return;
      case 'configure':
        ({ run, ticket } = request);
        wanted = request.experiment;
        amended = null;
        inquiry = null;
        replay = request.replay ?? null;
        amendments = replay?.amendments ?? [];
        remaining = behind();
        break;
      case 'amend':
        if (request.run === run) amended = request;
        break;
      case 'run':
        if (request.run !== run) return;
        ticket = request.ticket;
        remaining = behind() + (request.steps ?? Number.POSITIVE_INFINITY);
        if (trainer && !wanted) settle();
        break;
      case 'pause':
        ticket = request.ticket;
        remaining = 0;
        if (trainer && !wanted) settle();
        break;
      case 'inspect':
        if (request.run === run) inquiry = request;
        break;
      case 'try':
        ({ run } = request);
        trial = request;
        break;
      case 'acknowledge':
        if (request.run === run) outbox?.acknowledged();
        break;
    }
    void work();
  };
}

function buffersOf({ weights }: Checkpoint): ArrayBuffer[] {
  return tensorsOf(weights).map(({ values }) => values.buffer as ArrayBuffer);
}
