import type { Checkpoint } from '../../engine/weights';
import type { Backend } from '../../experiment/backends';
import type { Experiment } from '../../experiment/schema';
import { type RecordShape, recordWidth, stepColumn } from '../../history/record';
import type { Request } from '../../worker/protocol';
import {
  amended,
  beganOf,
  eventsOf,
  type Live,
  type Preparing,
  preparedAgain,
  type Recording,
  recordedAs,
  stepsTaken,
} from '../store/run';

/** How often a run is begun again with a new worker before it has failed. */
const mostTries = 2;

/** The backend to turn to after one that failed twice. */
const next: Readonly<Record<Backend, Backend>> = { webgl: 'wasm', wasm: 'cpu', cpu: 'cpu' };

/**
 * The run as it goes on after its worker was lost, and the request that leads a new worker there from its last checkpoint,
 * or from step 0: on the same backend, which gives the same numbers, then on the next one, and on to where it was told to train. Null
 * when it was tried often enough.
 */
export function recover(
  run: Live,
  message: string,
): { readonly run: Preparing; readonly requests: readonly Request[] } | null {
  const tries = (run.recovery?.tries ?? 0) + 1;
  if (tries > mostTries) return null;
  const before = run.backend?.backend ?? null;
  const backend = tries === 1 || !before ? before : next[before];
  const onBackend = (experiment: Experiment) => (backend ? { ...experiment, backend } : experiment);
  const at = run.checkpoint?.step ?? 0;
  const began = beganOf(run);
  const events = eventsOf(run);
  const changed = (count: number) => onBackend(amended(began, events.slice(0, count)));
  const asked = run.asked + 1;
  const taken = stepsTaken(run);
  const asking = { run: run.id, ticket: asked };
  const recovery = { tries, message, from: at, to: taken };
  const recovered = { ...preparedAgain(run, recovery), asked };
  const replay = {
    from: run.checkpoint,
    to: taken,
    amendments: events.flatMap(({ step }, index) =>
      step > at ? [{ step, experiment: changed(index + 1) }] : [],
    ),
  };
  const experiment = changed(events.filter(({ step }) => step <= at).length);
  return {
    run: recordedAs(recovered, withoutTickets),
    requests: [
      { type: 'configure', ...asking, experiment, replay },
      ...(run.target > taken
        ? [{ type: 'run', ...asking, steps: stepsOrNull(run.target - taken) } as const]
        : []),
    ],
  };
}

function withoutTickets(recording: Recording): Recording {
  return { ...recording, events: recording.events.map(({ step, changes }) => ({ step, changes })) };
}

/** The run with a checkpoint of its worker: one beyond what an earlier worker recorded shows that this one can train. */
export function withCheckpoint<R extends Live>(run: R, checkpoint: Checkpoint): R {
  const { recovery } = run;
  const isSound = recovery !== null && checkpoint.step > recovery.to;
  return { ...run, checkpoint, recovery: isSound ? { ...recovery, tries: 0 } : recovery };
}

/** Null for without end, as in a request. */
function stepsOrNull(steps: number): number | null {
  return Number.isFinite(steps) ? steps : null;
}

/** The rows from a step on: a replay gives those before it once more. */
export function rowsFrom(rows: Float64Array, shape: RecordShape, step: number): Float64Array {
  const width = recordWidth(shape);
  let start = 0;
  while (start < rows.length && (rows[start + stepColumn(shape, 'step')] ?? 0) < step)
    start += width;
  return rows.subarray(start);
}
