import { looksLikeLog } from '../log/looks';
import { app, type RunFileNote } from './app';
import { readLogFiles } from './logs';
import { openFile } from './ownData';

/** How much of a file tells what it is, in bytes. */
const head = 65_536;

/**
 * Opens files that were dropped on the page, by what they begin with: a run that was saved here is pinned, a log of a
 * training is shown, and any other table is offered as data.
 */
export async function openDropped(files: readonly File[]): Promise<void> {
  const starts = await Promise.all(files.map((file) => file.slice(0, head).text()));
  const isRun = starts.map((start) => /^\s*\{\s*"format"\s*:\s*"chain-reaction run"/.test(start));
  const runs = files.filter((_, index) => isRun[index]);
  if (runs.length > 0) await takeRuns(runs);
  const others = files.filter((_, index) => !isRun[index]);
  const [first] = others;
  if (!first) return;
  const start = starts[files.indexOf(first)] ?? '';
  if (others.length > 1 || looksLikeLog(start, first.name)) return readLogFiles(others);
  return openFile(first.name, first);
}

/** Pins runs from files, and says what was otherwise with them. */
async function takeRuns(files: readonly File[]): Promise<void> {
  const { takeRunFile } = await import('./saved/file');
  const problems: RunFileNote[] = [];
  for (const file of files) {
    const outcomes = await takeRunFile(file);
    const notes = outcomes.filter(({ kind }) => kind !== 'readDone');
    problems.push(...notes.map((problem) => ({ file: file.name, problem })));
  }
  app.setState({ problems });
}
