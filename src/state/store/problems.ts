import type { Place } from '../../base/place';
import type { LinkProblem } from '../../experiment/link';
import type { Impossible } from '../../history/impossible';
import type { UnclearSwitch, UnknownName } from './appearance';
import type { DataProblem } from './ownData';

/** A part of a link, change or file that was not taken as it stands. */
export type PageProblem =
  | LinkProblem
  | UnknownName
  | UnclearSwitch
  | DataProblem
  | RunFileNote
  | PinProblem;

/** What became of the file of a run, other than that it was pinned. */
export interface RunFileNote {
  readonly file: string;
  readonly problem: RunFileOutcome;
}

/**
 * What is wrong with keeping runs: no storage; no room in it; an older page that holds it, or a newer one that has taken
 * it over; it was cleared under the page; something in it could not be read.
 */
export type StorageProblem =
  | 'unavailable'
  | 'full'
  | 'blocked'
  | 'superseded'
  | 'cleared'
  | 'corrupt';

/** A run was to be pinned, and all places are taken. */
export interface PinProblem {
  readonly problem: { readonly kind: 'pinsFull' };
}

/** Why a stored run cannot be read: the part of it that is not as this page writes it, or a record that cannot be. */
export type RunProblem = { readonly kind: 'badPart'; readonly part: string } | Impossible;

/** Why a file was not taken. */
export type FileProblem =
  | { readonly kind: 'fileTooLarge'; readonly limit: number }
  | ({ readonly kind: 'notJson' } & Place)
  | { readonly kind: 'notARun' | 'unreadableFile' }
  | RunProblem;

/** What became of a file; `limit` in MB. */
export type RunFileOutcome =
  | FileProblem
  | { readonly kind: 'readDone' | 'readShelved'; readonly name: string }
  | { readonly kind: 'readAdjusted'; readonly settings: string }
  | { readonly kind: 'readThinned'; readonly recorded: number; readonly kept: number };
