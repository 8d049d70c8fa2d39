import { askOnce } from '../base/askOnce';
import type { LogChoice, LogProblem, ReadLog } from './read';
import { mostLogBytes } from './source';
import { nothingUnread } from './unread';

/** What the worker is asked to read: the files themselves, which it streams. */
export interface LogQuestion {
  readonly files: readonly File[];
  readonly choice: LogChoice;
}

/** Reads the files of a log in a worker of its own; more than the limit is not read at all. */
export async function openLog(
  files: readonly File[],
  choice: LogChoice = {},
): Promise<ReadLog | LogProblem> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const names = files.map(({ name }) => name);
  if (size > mostLogBytes) return { kind: 'tooLarge', files: names, ...nothingUnread };
  const worker = new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' });
  return askOnce(worker, { files, choice } satisfies LogQuestion);
}
