import { looksLikeLog } from '../log/looks';
import { keep } from './baselines';
import { readLogFiles } from './logs';
import { openFile } from './ownData';

/** How much of a file tells what it is, in bytes. */
const head = 65_536;

/**
 * Opens files that were dropped on the page, by what they begin with: a run that was saved here is pinned, a log of a
 * training is shown, and any other table is offered as data.
 */
export async function openDropped(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  const start = await first.slice(0, head).text();
  if (/^\s*\{\s*"format"\s*:\s*"chain-reaction run"/.test(start)) {
    const { fileLimit, readRunJson } = await import('./saved/file');
    const found = first.size > fileLimit ? null : readRunJson(await first.text());
    if (found && !('kind' in found)) keep(found);
    return;
  }
  if (files.length > 1 || looksLikeLog(start, first.name)) return readLogFiles(files);
  return openFile(first.name, first);
}
