import * as v from 'valibot';
import { experimentOf } from '../../experiment/legality';
import { isKey } from '../../experiment/schema';
import { type HistoryData, historyFrom } from '../../history/history';
import { finiteTensors } from '../../history/measures';
import { type RecordShape, recordWidth } from '../../history/record';
import { type Baseline, type KeptRun, keptHistoryLimit } from '../baselines';
import type { RunEvent } from '../run';

/** The version of a stored run's form. */
const version = 1;

const step = v.pipe(v.number(), v.integer(), v.minValue(0));
const names = v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(100));
const value = v.union([v.string(), v.number(), v.boolean()]);

const shape = v.object({
  depth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  steps: names,
  layers: names,
});

const part = v.pipe(
  v.object({ shape, rows: v.instance(Float64Array) }),
  v.check(({ shape: own, rows }) => rows.length % recordWidth(own) === 0),
);

const storedRun = v.object({
  version: v.literal(version),
  id: v.pipe(v.string(), v.maxLength(60)),
  name: v.pipe(v.string(), v.maxLength(60)),
  keptAt: v.number(),
  mark: v.nullable(v.picklist([0, 1, 2, 3])),
  experiment: v.record(v.string(), value),
  nonFinite: v.nullable(
    v.object({
      step,
      layer: step,
      tensor: v.picklist(finiteTensors),
    }),
  ),
  events: v.array(
    v.object({
      step,
      changes: v.array(
        v.object({
          key: v.pipe(v.string(), v.maxLength(60)),
          from: value,
          to: value,
        }),
      ),
    }),
  ),
  history: v.object({
    shape,
    thinned: v.boolean(),
    parts: v.pipe(v.array(part), v.minLength(1)),
  }),
});

/** A kept run as it is stored; `mark` is null where it is not pinned. */
interface StoredForm extends Omit<KeptRun, 'history'> {
  readonly version: number;
  readonly mark: number | null;
  readonly history: HistoryData;
}

/** A kept run for the database. */
export function storedForm(run: KeptRun, mark: number | null): StoredForm {
  const { id, name, keptAt, experiment, nonFinite, events } = run;
  const history = run.history.data();
  return { version, id, name, keptAt, mark, experiment, nonFinite, events, history };
}

/** Reads a stored run; null where it is not one. Settings that no longer exist are left out. */
export function readStored(stored: unknown): {
  readonly run: KeptRun;
  readonly mark: Baseline['mark'] | null;
  /** The records that were stored; the run's may be fewer. */
  readonly recorded: number;
} | null {
  const { success, output } = v.safeParse(storedRun, stored);
  if (!success) return null;
  const { id, name, keptAt, mark, nonFinite, history } = output;
  const settings = Object.entries(output.experiment).filter(([key]) => isKey(key));
  const { experiment } = experimentOf(Object.fromEntries(settings));
  const events = output.events
    .map((event) => ({ ...event, changes: event.changes.filter(({ key }) => isKey(key)) }))
    .filter(({ changes }) => changes.length > 0) as readonly RunEvent[];
  const run = {
    id,
    name,
    keptAt,
    experiment,
    nonFinite,
    events,
    history: historyFrom(history, keptHistoryLimit),
  };
  const recorded = history.parts.reduce(
    (sum, { shape: own, rows }) => sum + rows.length / recordWidth(own),
    0,
  );
  return { run, mark, recorded };
}

/** What a stored run takes, in bytes, roughly. */
export function sizeOf(run: KeptRun): number {
  const width = (own: RecordShape) => recordWidth(own) * Float64Array.BYTES_PER_ELEMENT;
  return run.history.length * width(run.history.shape) + 4096;
}
