import { mostTogether, type Trainer } from '../engine/trainer';
import { type Checkpoint, tensorsOf } from '../engine/weights';
import type { Backend } from '../experiment/backends';
import type { Experiment } from '../experiment/schema';
import { createOutbox, type Outbox } from './outbox';
import type { Port, Replay } from './protocol';

/** How long a session computes before requests are let in, in milliseconds. */
const turn = 8;

/** One run in the worker. Whatever it posts bears its own number, also when another run is wanted by then. */
export interface Session {
  readonly run: number;
  readonly trainer: Trainer;
  readonly outbox: Outbox;
  /** Measures the present weights, under changed live settings, and records it. */
  measure(settings?: Experiment): Promise<void>;
  /** Whether settings of the replay come into force at the present step. */
  isAmendmentDue(): boolean;
  /** Brings them into force. */
  amend(): Promise<void>;
  /** Trains for a turn and records every step, no further than to a goal, which may change meanwhile. */
  advance(goal: () => number): Promise<void>;
  /** Posts the oldest weights that are kept, if the last ones are old enough. */
  checkpointIfDue(): Promise<void>;
}

interface Opening {
  readonly run: number;
  readonly trainer: Trainer;
  readonly backend: Backend;
  readonly amendments: Replay['amendments'];
  readonly checkpointInterval: number;
}

/** Begins a run with a trainer that stands. */
export function openSession(
  port: Port,
  { run, trainer, backend, amendments, checkpointInterval }: Opening,
): Session {
  const outbox = createOutbox(port, run);
  const due = [...amendments];
  let savedAt = performance.now();
  let savedStep = trainer.step;
  let perStep = turn;

  async function measure(settings?: Experiment): Promise<void> {
    outbox.add(await trainer.measure(settings), trainer.shape);
  }

  const isAmendmentDue = () => due[0] !== undefined && due[0].step <= trainer.step;

  /** As many steps as fill a turn wait for the device together. */
  function together(goal: number): number {
    const room = Math.min(goal, due[0]?.step ?? goal) - trainer.step;
    const most = Math.min(mostTogether[backend], Math.floor(turn / perStep));
    return Math.max(1, Math.min(Math.ceil(room), most));
  }

  return {
    run,
    trainer,
    outbox,
    measure,
    isAmendmentDue,
    async amend() {
      await measure(due.shift()?.experiment);
    },
    async advance(goal) {
      const began = performance.now();
      const first = trainer.step;
      do {
        const records = await trainer.advanceBy(together(goal()));
        for (const record of records) outbox.add(record, trainer.shape);
        perStep = (performance.now() - began) / Math.max(1, trainer.step - first);
      } while (
        trainer.step < goal() &&
        !trainer.nonFinite &&
        !isAmendmentDue() &&
        performance.now() - began < turn
      );
    },
    async checkpointIfDue() {
      if (performance.now() - savedAt < checkpointInterval) return;
      savedAt = performance.now();
      if (trainer.oldest <= savedStep) return;
      const checkpoint = await trainer.checkpoint();
      savedStep = checkpoint.step;
      port.post({ type: 'checkpoint', run, checkpoint }, buffersOf(checkpoint));
    },
  };
}

function buffersOf({ weights }: Checkpoint): ArrayBuffer[] {
  return tensorsOf(weights).map(({ values }) => values.buffer as ArrayBuffer);
}
