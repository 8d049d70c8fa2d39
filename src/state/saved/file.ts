import { fromBase64, toBase64 } from '../../base/base64';
import { newId } from '../../base/id';
import { jsonPlace } from '../../base/jsonPlace';
import { version } from '../../base/version';
import { encodeLink } from '../../experiment/link';
import { historyLimit } from '../../history/history';
import type { KeptRun } from '../store/kept';
import type { FileProblem, RunFileOutcome } from '../store/problems';
import { keep } from './pins';
import { readStored, type StoredRun, storedForm } from './runs';

/** What a file says it is. */
const format = 'chain-reaction run';

/** The largest file that is read, in bytes: that of a full history. */
export const fileLimit = Math.ceil((historyLimit * 4) / 3) + 1e6;

/**
 * A run as a file, with the page's version, its backend and a link to its experiment. The rows of the history are
 * float64, little-endian, in base64: all of them, to the last bit.
 */
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
      encoding: 'float64, little-endian, base64',
      parts: history.parts.map(({ shape, rows }) => ({
        shape,
        rows: toBase64(new Uint8Array(rows.buffer)),
      })),
    },
  });
}

/** Reads a file that `runJson` wrote; what is wrong with it is said with its place. */
export function readRunJson(text: string): StoredRun | FileProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'notJson', ...jsonPlace(text) };
  }
  if (!isRecord(value) || value.format !== format) return { kind: 'notARun' };
  const found = readStored(withArrays(value));
  return 'kind' in found ? found : { ...found, run: { ...found.run, id: newId() } };
}

/** Reads the file of a run and pins it, or puts it on the shelf; says what became of it. */
export async function takeRunFile(file: File): Promise<readonly RunFileOutcome[]> {
  if (file.size > fileLimit) return [{ kind: 'fileTooLarge', limit: Math.floor(fileLimit / 1e6) }];
  const text = await file.text().catch(() => null);
  if (text === null) return [{ kind: 'unreadableFile' }];
  const found = readRunJson(text);
  if ('kind' in found) return [found];
  const { run, recorded, adjusted } = found;
  const kept = run.history.length;
  return [
    { kind: keep(run) ? 'readDone' : 'readShelved', name: run.name },
    ...(adjusted.length > 0
      ? [{ kind: 'readAdjusted', settings: adjusted.join(', ') } as const]
      : []),
    ...(kept < recorded ? [{ kind: 'readThinned', recorded, kept } as const] : []),
  ];
}

/** Rows of numbers in base64, or one by one as earlier pages wrote them; everything else stays and is checked later. */
function withArrays(value: Readonly<Record<string, unknown>>): unknown {
  const { history } = value;
  const parts = isRecord(history) ? history.parts : null;
  if (!isRecord(history) || !Array.isArray(parts)) return value;
  const read = parts.map((part: unknown) =>
    isRecord(part) ? { ...part, rows: rowsIn(part.rows) } : part,
  );
  return { ...value, mark: null, history: { ...history, parts: read } };
}

function rowsIn(rows: unknown): unknown {
  if (Array.isArray(rows)) return Float64Array.from(rows, Number);
  const bytes = typeof rows === 'string' ? fromBase64(rows) : null;
  return bytes && bytes.length % 8 === 0 ? new Float64Array(bytes.buffer) : rows;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
