import { createStore } from 'zustand/vanilla';
import { createHistory } from '../history/history';
import { openLog } from '../log/open';
import { type LogProblem, nothingUnread, type ReadLog, type Unread } from '../log/read';
import { look, open } from './actions';
import { quantities } from './app';
import { lastFinite, type Records } from './run';

/** A log that was read, with the records of its training. */
export interface ShownLog extends Omit<ReadLog, 'rows' | 'shape'> {
  readonly records: Records;
}

/** The log on screen, if any, and what became of the last file. */
export interface Logs {
  readonly log: ShownLog | null;
  readonly isReading: boolean;
  readonly problem: LogProblem | (Unread & { readonly kind: 'unreadable' }) | null;
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
export async function readLogFiles(files: readonly File[]): Promise<void> {
  const own = ++newest;
  open('log');
  logs.setState({ isReading: true, problem: null });
  const found = await openLog(files).catch(
    () => ({ kind: 'unreadable', ...nothingUnread }) as const,
  );
  if (own !== newest) return;
  if ('kind' in found) logs.setState({ isReading: false, problem: found });
  else show(found);
}

function show({ rows, shape, ...log }: ReadLog): void {
  const history = createHistory(shape);
  history.append(rows);
  const quantity = quantities.find((candidate) => candidate === log.telling);
  if (quantity) look(quantity);
  const records = { history, revision: 0, events: [], nonFinite: log.nonFinite };
  logs.setState({
    log: { ...log, records },
    isReading: false,
    problem: null,
    viewed: lastFinite(records),
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
