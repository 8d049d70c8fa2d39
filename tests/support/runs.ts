import type { Experiment } from '../../src/experiment/schema';
import type { History } from '../../src/history/history';
import { type Measured, newRun, type Recording } from '../../src/state/store/run';

const noTheory = { reason: 'shallow' } as const;

/** What was recorded of an experiment on wasm. */
export function recordingOf(
  began: Experiment,
  history: History,
  changes: Partial<Recording> = {},
): Recording {
  return {
    ...{ began, history, revision: 1, events: [], nonFinite: null },
    theory: () => ({ gradients: noTheory, activations: noTheory }),
    backend: { backend: 'wasm', accelerated: false, reason: { kind: 'pinned' } },
    ...changes,
  };
}

/** A run that has recorded something and waits. */
export function measuredRun(recording: Recording, changes: Partial<Measured> = {}): Measured {
  const { began, before, ...numbers } = newRun(1, recording.began, null);
  const { backend } = recording;
  return { ...numbers, state: 'ready', backend, recording, pace: 0, ...changes };
}
