import { app } from '../store/app';
import { openFile } from '../store/ownData';
import type { RunFileNote } from '../store/problems';
import { readLogFiles } from './logs';

/** How much of a file tells what it is, in bytes. */
const head = 65_536;

/** A file and what it begins with. */
interface Dropped {
  readonly file: File;
  readonly start: string;
}

/**
 * Opens files that were dropped on the page, by what they begin with: a run that was saved here is pinned, a log of a
 * training is shown, and any other table is offered as data. What cannot be read, as a folder, is said.
 */
export async function openDropped(files: readonly File[]): Promise<void> {
  const dropped = await Promise.all(files.map(startOf));
  const opened = dropped.filter((one): one is Dropped => 'start' in one);
  const runs = opened.filter(isRun);
  const problems = [
    ...dropped.filter((one): one is RunFileNote => 'problem' in one),
    ...(runs.length > 0 ? await takeRuns(runs) : []),
  ];
  if (runs.length > 0 || problems.length > 0) app.setState({ problems });
  const others = opened.filter((one) => !isRun(one));
  const [first] = others;
  if (!first) return;
  const { looksLikeLog } = await import('../../log/looks');
  if (others.length > 1 || (await looksLikeLog(first.file))) {
    return readLogFiles(others.map(({ file }) => file));
  }
  return openFile(first.file.name, first.file);
}

async function startOf(file: File): Promise<Dropped | RunFileNote> {
  try {
    return { file, start: await file.slice(0, head).text() };
  } catch {
    return { file: file.name, problem: { kind: 'unreadableFile' } };
  }
}

function isRun({ start }: Dropped): boolean {
  return /^\s*\{\s*"format"\s*:\s*"chain-reaction run"/.test(start);
}

/** Pins runs from files; what was otherwise with them. */
async function takeRuns(runs: readonly Dropped[]): Promise<readonly RunFileNote[]> {
  const { takeRunFile } = await import('../saved/file');
  const problems: RunFileNote[] = [];
  for (const { file } of runs) {
    const outcomes = await takeRunFile(file);
    const notes = outcomes.filter(({ kind }) => kind !== 'readDone');
    problems.push(...notes.map((problem) => ({ file: file.name, problem })));
  }
  return problems;
}
