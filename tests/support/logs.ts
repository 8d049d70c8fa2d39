import { createHistory, type History } from '../../src/history/history';
import { type LogChoice, type LogProblem, type ReadLog, readLog } from '../../src/log/read';

/** Reads a text as a log, or says why it is none. */
export function tryLog(
  text: string | Uint8Array,
  name = 'log.csv',
  choice: LogChoice = {},
): Promise<ReadLog | LogProblem> {
  return readLog([new File([text as BlobPart], name)], choice);
}

/** Reads a text that must be a log. */
export async function logOf(
  text: string | Uint8Array,
  name = 'log.csv',
  choice: LogChoice = {},
): Promise<ReadLog> {
  const found = await tryLog(text, name, choice);
  if ('kind' in found) throw new Error(JSON.stringify(found));
  return found;
}

/** The records of a log as a history. */
export function historyOf({ shape, rows }: Pick<ReadLog, 'shape' | 'rows'>): History {
  const history = createHistory(shape);
  history.append(rows);
  return history;
}
