import * as v from 'valibot';
import { safeguards } from '../../catalog/safeguards';
import { type HistoryData, historyFrom } from '../../history/history';
import { impossibleIn } from '../../history/impossible';
import { finiteTensors } from '../../history/measures';
import { type RecordShape, recordWidth, stagesOf } from '../../history/record';
import type { Baseline, KeptRun } from '../store/kept';
import type { RunProblem } from '../store/problems';
import { legalSettings } from './legal';
import { keptHistoryLimit } from './pins';

/** The version of a stored run's form. */
const version = 1;

const step = v.pipe(v.number(), v.integer(), v.minValue(0));
const names = v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(100));
const value = v.union([v.string(), v.number(), v.boolean()]);

/** The latest time that a date can hold. */
export const lastDate = 8.64e15;

/** The stages that a record may measure. */
const stages: ReadonlySet<string> = new Set(['optimizer', ...safeguards.map(({ id }) => id)]);

const shape = v.pipe(
  v.object({
    depth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
    steps: v.pipe(
      names,
      v.check(([first]) => first === 'step'),
    ),
    layers: names,
  }),
  v.check((own) => stagesOf(own).every((id) => stages.has(id))),
);

const part = v.pipe(
  v.object({ shape, rows: v.instance(Float64Array) }),
  v.check(({ shape: own, rows }) => rows.length % recordWidth(own) === 0),
);

const storedRun = v.object({
  version: v.literal(version),
  id: v.pipe(v.string(), v.maxLength(60)),
  name: v.pipe(v.string(), v.maxLength(60)),
  keptAt: v.pipe(v.number(), v.minValue(0), v.maxValue(lastDate)),
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
    parts: v.pipe(
      v.array(part),
      v.check((parts) => parts.some(({ rows }) => rows.length > 0)),
    ),
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

/** A stored run that was read. */
export interface StoredRun {
  readonly run: KeptRun;
  readonly mark: Baseline['mark'] | null;
  /** The records that were stored; the run's may be fewer. */
  readonly recorded: number;
  /** The settings that are not legal here, so that others stand in their place, by key. */
  readonly adjusted: readonly string[];
}

/** Reads a stored run, or says what is wrong with it. Settings that no longer exist are left out. */
export function readStored(stored: unknown): StoredRun | RunProblem {
  const { success, output, issues } = v.safeParse(storedRun, stored);
  if (!success) return { kind: 'badPart', part: v.getDotPath(issues[0]) ?? '' };
  const { id, name, keptAt, mark, nonFinite, history } = output;
  const { experiment, events, adjusted } = legalSettings(output.experiment, output.events);
  const shapes = [history.shape, ...history.parts.map((one) => one.shape)];
  if (shapes.some(({ depth }) => depth !== experiment.depth))
    return { kind: 'badPart', part: 'experiment.depth' };
  if (nonFinite && nonFinite.layer > experiment.depth)
    return { kind: 'badPart', part: 'nonFinite.layer' };
  const impossible = impossibleIn(history);
  if (impossible) return impossible;
  const kept = historyFrom(history, keptHistoryLimit);
  const run = { id, name, keptAt, experiment, nonFinite, events, history: kept };
  const recorded = history.parts.reduce(
    (sum, { shape: own, rows }) => sum + rows.length / recordWidth(own),
    0,
  );
  return { run, mark, recorded, adjusted };
}

/** What a stored run takes, in bytes, roughly. */
export function sizeOf(run: KeptRun): number {
  const width = (own: RecordShape) => recordWidth(own) * Float64Array.BYTES_PER_ELEMENT;
  return run.history.length * width(run.history.shape) + 4096;
}
