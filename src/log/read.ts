import { type Assembled, assemble, type Unassembled } from './assemble';
import { collect, type Fault } from './entries';
import { takeLines } from './lines';
import { takeTable } from './table';

/** A file that was chosen or dropped. */
export interface LogFile {
  readonly name: string;
  readonly text: string;
}

/** A log that was read, and what of it was not. */
export interface ReadLog extends Assembled, Unread {
  readonly name: string;
}

/** What of the files of a log was not read. */
export interface Unread {
  readonly faults: readonly Fault[];
  readonly faultCount: number;
  /** Files with neither gradient norms nor losses, by name. */
  readonly leftOut: readonly string[];
}

/** Stands where no file was looked into. */
export const nothingUnread: Unread = { faults: [], faultCount: 0, leftOut: [] };

/** Why files are not a log: none has a step and gradient norms by layer, or what they hold makes no records. */
export type LogProblem = Unread & (Unassembled | { readonly kind: 'notALog' | 'tooLarge' });

/** The most that is read, all files together, in bytes. */
export const mostLogBytes = 100e6;

/** Reads one log, or several files of one training, such as TensorBoard's of one tag each. */
export function readLog(files: readonly LogFile[]): ReadLog | LogProblem {
  const collected = collect();
  const known = files.filter(({ name, text }) => {
    const plain = text.replace(/^\uFEFF/, '');
    const isJson = /^\s*[[{]/.test(plain);
    return (isJson ? takeLines : takeTable)(plain, name, collected.into);
  });
  const { faults, faultCount } = collected;
  const leftOut = files.filter((file) => !known.includes(file)).map(({ name }) => name);
  const unread = { faults, faultCount, leftOut };
  if (known.length === 0) return { kind: 'notALog', ...unread };
  const assembled = assemble(collected);
  if ('kind' in assembled) return { ...assembled, ...unread };
  const [first] = known;
  const name = files.length > 1 ? `${first?.name} + ${files.length - 1}` : (first?.name ?? '');
  return { name, ...assembled, ...unread };
}
