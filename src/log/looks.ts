import { createMeanings, isLog } from './fields';

/** Whether the beginning of a file is that of a log and not of any other table: JSON, or a header with norms by layer. */
export function looksLikeLog(start: string, name: string): boolean {
  const plain = start.replace(/^\uFEFF/, '').trimStart();
  if (/^[[{]/.test(plain) || /\.(json|jsonl|ndjson)$/i.test(name)) return true;
  const [header = ''] = plain.split(/\r?\n/, 1);
  if (/^wall time,step,value$/i.test(header.trim())) return true;
  const names = header.split(/[,;\t]/).map((cell) => cell.replace(/^"|"$/g, ''));
  return isLog(names.map(createMeanings()));
}
