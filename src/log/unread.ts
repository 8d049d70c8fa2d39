import type { Fault } from './entries';

/** Tells what of the files of a log was not read. */
export interface Unread {
  readonly faults: readonly Fault[];
  readonly faultCount: number;
  /** Files with nothing of a training, by name. */
  readonly leftOut: readonly string[];
}

/** Stands where no file was looked into. The page has it without the reader, which only the worker loads. */
export const nothingUnread: Unread = { faults: [], faultCount: 0, leftOut: [] };
