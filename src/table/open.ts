import { askOnce } from '../base/askOnce';
import { mostBytes } from './limits';
import type { Sheet, SheetProblem } from './sheet';

/** Reads a CSV file in a worker of its own; one over the limit is not read at all. */
export async function openSheet(file: Blob): Promise<Sheet | SheetProblem> {
  if (file.size > mostBytes) return { kind: 'fileTooLarge', limit: mostBytes / 1e6 };
  const text = await file.text();
  const worker = new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' });
  return askOnce(worker, text);
}
