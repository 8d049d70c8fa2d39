import { formats } from './formats';
import { meaningOf } from './meaning';
import { openSource } from './source';

/** Names that no other table has, whose rows need no counter. */
const sure = new Set(['gradient', 'parameter']);

/** Names that a log has beside a counter. */
const likely = new Set(['loss', 'validationLoss', 'lossScale', 'measure', 'value']);

/** Tests whether a file is a log and not any other table, by its beginning. */
export async function looksLikeLog(file: File): Promise<boolean> {
  const { head } = await openSource(file);
  if (/\.(log|jsonl|ndjson)$|tfevents/i.test(head.name)) return true;
  const format = formats.find((own) => own.looks(head));
  if (!format) return false;
  if (format.id !== 'delimited') return true;
  const header = head.lines.find((line) => !/^(#|sep=)/i.test(line)) ?? '';
  const kinds = header
    .split(/[,;\t|]/)
    .map((cell) => meaningOf(cell.trim().replace(/^"|"$/g, '')).kind);
  const isCounted = kinds.some((kind) => ['step', 'epoch', 'batch'].includes(kind));
  return kinds.some((kind) => sure.has(kind) || (isCounted && likely.has(kind)));
}
