import { createStore } from 'zustand/vanilla';
import { createHistory } from '../../history/history';
import { openLog } from '../../log/open';
import type { LogChoice, LogProblem, ReadLog } from '../../log/read';
import { nothingUnread, type Unread } from '../../log/unread';
import { chooseQuantity, open } from '../run/actions';
import { quantities } from '../store/app';
import { lastFinite, type Records } from '../store/run';
import { arrangementOf, rememberArrangement } from './arrangements';

/** A log that was read, with the records of its training. */
export interface ShownLog extends Omit<ReadLog, 'rows' | 'shape' | 'run'> {
  readonly records: Records;
  /** The run of the log's own that was read. */
  readonly runRead: string;
  readonly files: readonly File[];
}

/** The log on screen, if any, and what became of the last file. */
export interface Logs {
  readonly log: ShownLog | null;
  readonly isReading: boolean;
  readonly problem:
    | LogProblem
    | (Unread & { readonly kind: 'unreadable'; readonly files: readonly string[] })
    | null;
  /** The step that the charts show; null is the last. */
  readonly viewed: number | null;
}

/** The state of somebody's own log. */
export const logs = createStore<Logs>(() => ({
  log: null,
  isReading: false,
  problem: null,
  viewed: null,
}));

let newest = 0;

/** Reads the files of a log and shows it; what was on screen stays where nothing can be read. */
export async function readLogFiles(files: readonly File[], choice: LogChoice = {}): Promise<void> {
  const own = ++newest;
  open('log');
  logs.setState({ isReading: true, problem: null });
  const found = await openArranged(files, choice).catch(
    () => ({ kind: 'unreadable', files: files.map(({ name }) => name), ...nothingUnread }) as const,
  );
  if (own !== newest) return;
  if ('kind' in found) logs.setState({ isReading: false, problem: found });
  else show(found, files);
}

/** Reads a log in the order in which its layers were arranged before, if they were. */
async function openArranged(files: readonly File[], choice: LogChoice) {
  const found = await openLog(files, choice);
  if ('kind' in found || choice.arranged || found.chain.sureness === 'separate') return found;
  const arranged = arrangementOf(found.names);
  return arranged ? openLog(files, { ...choice, run: found.run, arranged }) : found;
}

/** Shows another run of the log's files. */
export function chooseRun(run: string): void {
  const { log } = logs.getState();
  if (log) void readLogFiles(log.files, { run });
}

/** Puts the layers of the log into an order, and remembers it for logs with the same layers. */
export function arrangeLayers(arranged: readonly string[]): void {
  const { log } = logs.getState();
  if (!log) return;
  rememberArrangement(arranged);
  void readLogFiles(log.files, { run: log.runRead, arranged });
}

function show({ rows, shape, run: runRead, ...log }: ReadLog, files: readonly File[]): void {
  const history = createHistory(shape);
  history.append(rows);
  const quantity = quantities.find((candidate) => candidate === log.telling);
  if (quantity) chooseQuantity(quantity);
  const records = { history, revision: 0, events: [], nonFinite: log.nonFinite };
  logs.setState({
    log: { ...log, records, runRead, files },
    isReading: false,
    problem: null,
    viewed: log.opensAt ?? lastFinite(records),
  });
}

/** Shows a step of the log; null, or one past the last, is the last. */
export function visitLog(step: number | null): void {
  logs.setState({ viewed: step });
}

/** Takes the log off the screen. */
export function closeLog(): void {
  newest += 1;
  logs.setState({ log: null, problem: null, isReading: false, viewed: null });
}
