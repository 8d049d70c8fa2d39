import type { NonFinite } from '../history/measures';
import type { RecordShape } from '../history/record';
import { recordWidth } from '../history/record';
import { type Assembled, assemble, nonFiniteAt, record, type Unassembled } from './assemble';
import type { Chain } from './diagnose';
import { collectFaults, type Faults, type Loggable } from './entries';
import type { LogFinding } from './finding';
import { formats } from './formats';
import { TooManyValues } from './limits';
import { mergeRuns } from './mergeRuns';
import { gap } from './numbers';
import { readOverTime } from './overTime';
import type { LogRun } from './runs';
import { isOfLog, runsIn } from './runs';
import { keptPlaces, signalsOf } from './signals';
import { openSource, TooLarge } from './source';
import type { StepKind } from './steps';
import { createTable } from './table';
import type { Unread } from './unread';

/** What a person chose of a log: one of its runs, and the order of its layers. */
export interface LogChoice {
  readonly run?: string;
  readonly arranged?: readonly string[];
}

/** A log that was read, and what of it was not. */
export interface ReadLog extends Unread {
  readonly name: string;
  readonly shape: RecordShape;
  /** Rows of the shape, by ascending step: of a long run those that matter. */
  readonly rows: Float64Array;
  /** Steps that the log holds. */
  readonly steps: number;
  readonly counter: StepKind;
  /** The layers' names, layer 1 first; '' where a log numbers them. */
  readonly names: readonly string[];
  /** Which norms tell how the gradient grows, if any do. */
  readonly telling: Loggable | undefined;
  readonly chain: Chain;
  /** The first norm or loss after which nothing is finite any more. */
  readonly nonFinite: NonFinite | null;
  /** What the run shows over its steps, the worst first. */
  readonly findings: readonly LogFinding[];
  /** What the file calls the series of the whole network. */
  readonly called: Readonly<Record<string, string>>;
  /** The step to open at: the last that is finite and has norms. */
  readonly opensAt: number | null;
  /** The runs that the files hold, and the one that was read. */
  readonly runs: readonly string[];
  readonly run: string;
}

/** Why files are not a log: none has anything of a training, or what they hold makes no records. */
export type LogProblem = Unread & {
  /** The files that were to be read. */
  readonly files: readonly string[];
} & (Unassembled | { readonly kind: 'notALog' | 'tooLarge' | 'histogramsOnly' });

/** Reads one log, or several files of one training, such as TensorBoard's of one tag each. */
export async function readLog(
  files: readonly File[],
  choice: LogChoice = {},
): Promise<ReadLog | LogProblem> {
  const faults = collectFaults();
  const names = files.map(({ name }) => name);
  const read: FileRead[] = [];
  try {
    for (const file of files) read.push(await readFile(file, faults));
  } catch (error) {
    return problemOf(error, { files: names, ...unreadOf(faults, []) });
  }
  const isTaken = ({ runs }: { runs: readonly LogRun[] }) => runs.length > 0;
  const unread = unreadOf(
    faults,
    read.filter((own) => !isTaken(own)).map(({ file }) => file),
  );
  const taken = read.filter(isTaken);
  const [first] = taken;
  if (!first) {
    const kind = read.some(({ isLog }) => isLog) ? 'nothingRead' : 'notALog';
    return { kind, files: names, ...unread };
  }
  const runs = mergeRuns(taken);
  const chosen =
    runs.find(({ name }) => name === choice.run) ??
    runs.reduce((best, own) => (own.layers.length > best.layers.length ? own : best));
  const assembled = assemble(chosen, choice.arranged);
  if ('kind' in assembled) {
    const isHistograms = assembled.kind === 'nothingRead' && chosen.histograms.length > 0;
    return isHistograms
      ? { kind: 'histogramsOnly', files: names, ...unread }
      : { ...assembled, files: names, ...unread };
  }
  const title = taken.length > 1 ? `${first.file} + ${taken.length - 1}` : first.file;
  return {
    name: title,
    ...present(chosen, assembled),
    ...unread,
    runs: runs.map(({ name }) => name),
    run: chosen.name,
  };
}

interface FileRead {
  readonly file: string;
  readonly runs: readonly LogRun[];
  /** Whether it has columns of a log, with values or without. */
  readonly isLog: boolean;
}

async function readFile(file: File, faults: Faults): Promise<FileRead> {
  const source = await openSource(file);
  const format = formats.find((own) => own.looks(source.head));
  if (!format) return { file: file.name, runs: [], isLog: false };
  const table = createTable(source.head.name, faults);
  await format.read(source, table);
  return { file: file.name, runs: runsIn(table), isLog: isOfLog(table) };
}

function unreadOf({ told, count }: Faults, leftOut: readonly string[]): Unread {
  return { faults: told, faultCount: count, leftOut };
}

function problemOf(
  error: unknown,
  unread: Unread & { readonly files: readonly string[] },
): LogProblem {
  if (error instanceof TooLarge) return { kind: 'tooLarge', ...unread };
  if (error instanceof TooManyValues) {
    const { layers, steps } = error;
    return { kind: 'tooManyValues', layers, steps, limit: 5e7, ...unread };
  }
  throw error;
}

/** Makes of a run what is shown: records of the steps that matter, and what the run shows over time. */
function present(run: LogRun, assembled: Assembled) {
  const signals = signalsOf(assembled);
  const { findings, brokenFrom } = readOverTime(signals);
  const { layers, ordered, telling, network, steps } = assembled;
  const measures = new Set(layers.flatMap((layer) => [...layer.measures.keys()]));
  const width = recordWidth({
    depth: layers.length - 1,
    steps: ['', '', '', '', '', ''],
    layers: [...measures],
  });
  const kept = keptPlaces(signals, width);
  const nonFinite = brokenFrom === null ? null : nonFiniteAt(assembled, brokenFrom);
  return {
    ...record(assembled, kept),
    ...{ steps: steps.length, counter: run.counter, telling, nonFinite },
    names: layers.slice(1).map(({ name }) => name),
    chain: { sureness: ordered.sureness, units: ordered.units },
    findings: [
      ...(nonFinite ? [{ id: 'nonFinite', tone: 'bad', places: { ...nonFinite } } as const] : []),
      ...findings.filter(({ id }) => id !== 'sound' || layers.length <= 1),
      ...notesOn(run, assembled),
    ],
    called: Object.fromEntries([...network].map(([kind, { name }]) => [kind, name])),
    opensAt: opening(assembled, kept, brokenFrom),
  };
}

/** What else is to be said of a run, and what to log. */
function notesOn(run: LogRun, { layers, network }: Assembled): readonly LogFinding[] {
  const notes: LogFinding[] = [];
  const note = (id: LogFinding['id'], places: LogFinding['places'] = {}) =>
    notes.push({ id, places, tone: 'note' });
  if (run.isRestarted) note('restarted');
  if (run.statistic !== '') note('sizes', { statistic: run.statistic });
  if (run.isAssumed && network.has('gradNorm')) note('assumed');
  if (run.histograms.length > 0) note('histograms', { count: run.histograms.length });
  if (layers.length <= 1) note('logLayers');
  return notes;
}

/** The last step before a run breaks that has norms of layers. */
function opening(
  { steps, layers, telling }: Assembled,
  kept: Int32Array,
  brokenFrom: number | null,
): number | null {
  if (!telling) return null;
  const all = layers.flatMap(({ measures }) => measures.get(telling) ?? []);
  const place = kept.findLast(
    (at) =>
      (brokenFrom === null || at < brokenFrom) && all.some((values) => (values[at] ?? gap) !== gap),
  );
  return place === undefined ? null : (steps[place] ?? null);
}
