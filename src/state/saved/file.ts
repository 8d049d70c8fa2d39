import { jsonPlace } from '../../base/jsonPlace';
import { version } from '../../base/version';
import { encodeLink } from '../../experiment/link';
import type { KeptRun } from '../baselines';
import { readStored, storedForm } from './runs';

/** What a file says it is. */
const format = 'chain-reaction run';

/** The largest file that is read, in bytes. */
export const fileLimit = 50e6;

/** Why a file was not taken. */
export type FileProblem =
  | { readonly kind: 'fileTooLarge' }
  | { readonly kind: 'notJson'; readonly line: number; readonly column: number }
  | { readonly kind: 'notARun' };

/** A run as a file, with the page's version, its backend and a link to its experiment. */
export function runJson(run: KeptRun, backend: string | null): string {
  const { history, ...form } = storedForm(run, null);
  return JSON.stringify({
    format,
    page: version,
    link: encodeLink(run.experiment),
    backend,
    ...form,
    history: {
      ...history,
      parts: history.parts.map(({ shape, rows }) => ({ shape, rows: Array.from(rows, word) })),
    },
  });
}

/** Reads a file that `runJson` wrote; what is wrong with it is said with its place. */
export function readRunJson(text: string): KeptRun | FileProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'notJson', ...jsonPlace(text) };
  }
  const found = readStored(withArrays(value));
  return found ? { ...found.run, id: crypto.randomUUID() } : { kind: 'notARun' };
}

/** JSON has no word for what is not finite. */
function word(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

/** Rows of numbers and words as arrays of numbers; everything else stays and is checked later. */
function withArrays(value: unknown): unknown {
  if (!isRecord(value) || value.format !== format || !isRecord(value.history)) return null;
  const { parts } = value.history;
  if (!Array.isArray(parts)) return null;
  const read = parts.map((part: unknown) =>
    isRecord(part) && Array.isArray(part.rows)
      ? { shape: part.shape, rows: Float64Array.from(part.rows, Number) }
      : part,
  );
  return { ...value, mark: null, history: { ...value.history, parts: read } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
