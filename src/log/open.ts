import { askOnce } from '../base/askOnce';
import { type LogProblem, mostLogBytes, nothingUnread, type ReadLog } from './read';

/** Reads the files of a log in a worker of its own; more than the limit is not read at all. */
export async function openLog(files: readonly File[]): Promise<ReadLog | LogProblem> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > mostLogBytes) return { kind: 'tooLarge', ...nothingUnread };
  const texts = await Promise.all(
    files.map(async (file) => ({ name: file.name, text: await file.text() })),
  );
  const worker = new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' });
  return askOnce(worker, texts);
}
