import type { Backend } from '../../experiment/backends';
import type { Refusal } from '../../experiment/legality';
import type { Experiment } from '../../experiment/schema';
import {
  absent,
  type LayerMeasure,
  type NonFinite,
  type StepMeasure,
} from '../../history/measures';
import { firstTolerated } from '../../history/nonFinite';
import { change, pause, restart, train } from '../run/actions';
import { app } from '../store/app';
import { isIdle, type Recording, type Run, shownRecording } from '../store/run';

/** A run's records as plain arrays, ready for scripts; null where nothing was measured. */
export interface HistoryExport {
  /** What computes; null until one is chosen. */
  readonly backend: Backend | null;
  /** Whether older steps were thinned to keep the history within its memory. */
  readonly thinned: boolean;
  /** The step of every record, ascending. */
  readonly steps: readonly number[];
  /** Mean loss of the batch, without penalties, per record. */
  readonly loss: readonly (number | null)[];
  /** Mean loss of the validation rows, per record; null where it was not measured. */
  readonly validationLoss: readonly (number | null)[];
  /** Share of the batch that is classified rightly, per record; null for a regression. */
  readonly accuracy: readonly (number | null)[];
  /** `layers.gradW[layer][record]`, for every measure below; ±Inf and NaN stand as they are. */
  readonly layers: Readonly<Record<ExportedMeasure, readonly (readonly (number | null)[])[]>>;
  /** The step, layer and tensor at which training ended because it was no longer finite; null where it did not end so. */
  readonly firstNonFinite: NonFinite | null;
  /**
   * The first step, layer and tensor that were not finite without ending the training, as in a step that `skipNonFinite`
   * or dynamic loss scaling skips. Where this and `firstNonFinite` are null, every tensor of every record is finite.
   */
  readonly firstTolerated: NonFinite | null;
}

type ExportedMeasure = Extract<
  LayerMeasure,
  'gradH' | 'gradZ' | 'gradW' | 'gradB' | 'weight' | 'update' | 'actRms'
>;

/** What the page offers to scripts, as `globalThis.chainReaction`. */
export interface PageInterface {
  /** Resolves when the page has loaded and everything asked for has been measured; ask for it again after a change. */
  readonly ready: Promise<void>;
  /** The experiment on screen: the value of every setting, by its key. */
  experiment(): Experiment;
  /** Changes settings with the checks of the page, and returns what was refused or adjusted. */
  set(settings: Readonly<Record<string, unknown>>): readonly Refusal[];
  /**
   * Trains that many more steps, or until paused; resolves when training stops. Steps are a whole number, else it
   * rejects with a `RangeError`. Where a run has ended or was refused it does nothing: call `reset()` or change a setting.
   */
  run(steps?: number): Promise<void>;
  /** Stops training; resolves when it has stopped. */
  pause(): Promise<void>;
  /** Back to step 0 of the same seed; resolves when it is measured. */
  reset(): Promise<void>;
  /**
   * Everything recorded of this run; of the one before until step 0 is measured, and where a network is refused as too large
   * or cannot be built.
   */
  history(): HistoryExport;
}

declare global {
  var chainReaction: PageInterface;
}

/** The interface for scripts of a page that has loaded. */
export const pageInterface: PageInterface = {
  get ready() {
    return measured();
  },
  experiment: () => app.getState().experiment,
  set: change,
  async run(steps) {
    if (steps !== undefined && !(Number.isSafeInteger(steps) && steps >= 0)) {
      throw new RangeError(`Steps are a whole number from 0 on, not ${String(steps)}.`);
    }
    if (!isMeasured(app.getState().run)) await measured();
    if (steps !== undefined && app.getState().run.state === 'running') await pauseNow();
    train(steps ?? null);
    await idle();
  },
  pause: pauseNow,
  async reset() {
    restart();
    await measured();
  },
  history: () => exportHistory(app.getState().run),
};

/** Stops training; resolves when it has stopped. */
async function pauseNow(): Promise<void> {
  pause();
  await idle();
}

/** Resolves once the worker has answered every request and nothing trains. */
function idle(): Promise<void> {
  return until(isIdle);
}

/** Resolves once the worker has answered every request; training may go on. */
function measured(): Promise<void> {
  return until(isMeasured);
}

function isMeasured(run: Run): boolean {
  return isIdle(run) || (run.state === 'running' && run.answered >= run.asked);
}

function until(holds: (run: Run) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds(app.getState().run)) return resolve();
    const unsubscribe = app.subscribe(({ run }) => {
      if (!holds(run)) return;
      unsubscribe();
      resolve();
    });
  });
}

function exportHistory(run: Run): HistoryExport {
  const recording = shownRecording(run);
  const { backend, history, nonFinite }: Partial<Recording> = recording ?? { backend: run.backend };
  const length = history?.length ?? 0;
  const depth = history?.shape.depth ?? 0;
  const indices = Array.from({ length }, (_, index) => index);
  const column = (measure: StepMeasure) =>
    indices.map((index) => orNull(history?.at(index, measure)));
  const layers = (measure: LayerMeasure, first: number) =>
    Array.from({ length: depth }, (_, offset) =>
      indices.map((index) => orNull(history?.layerAt(index, measure, first + offset))),
    );
  return {
    backend: backend?.backend ?? null,
    thinned: history?.thinned ?? false,
    steps: indices.map((index) => history?.at(index, 'step') ?? 0),
    loss: column('loss'),
    validationLoss: column('validationLoss'),
    accuracy: column('accuracy'),
    layers: {
      gradH: layers('gradH', 0),
      gradZ: layers('gradZ', 1),
      gradW: layers('gradW', 1),
      gradB: layers('gradB', 1),
      weight: layers('weight', 1),
      update: layers('update', 1),
      actRms: layers('actRms', 0),
    },
    firstNonFinite: nonFinite ?? null,
    firstTolerated: history ? firstTolerated(history, nonFinite ?? null) : null,
  };
}

function orNull(value: number | undefined): number | null {
  return value === undefined || value === absent ? null : value;
}
