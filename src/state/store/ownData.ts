import { createStore } from 'zustand/vanilla';
import { tableOf } from '../../catalog/datasets/tables';
import { isDataHere } from '../../experiment/data';
import { amend } from '../../experiment/legality';
import type { Link } from '../../experiment/link';
import { defaultExperiment, type Experiment } from '../../experiment/schema';
import type { Choice } from '../../table/choose';
import { decodeFile, type ExpectedFile, encodeFile, nameInLink } from '../../table/code';
import { openSheet } from '../../table/open';
import type { Sheet, SheetProblem } from '../../table/sheet';

/** A file that was read: its columns, from which the data are chosen. */
export interface OpenedFile {
  readonly name: string;
  readonly sheet: Sheet;
}

/** What a person's own data is waiting for. */
export interface OwnData {
  /** Whether the choice of a file, or of its columns, is on screen. */
  readonly isOpen: boolean;
  readonly isReading: boolean;
  readonly file: OpenedFile | null;
  readonly problem: SheetProblem | { readonly kind: 'unreadable' } | null;
  /** The name of the file that the problem is of. */
  readonly refused: string;
  /** The file that the link speaks of. */
  readonly expected: ExpectedFile | null;
  /** An experiment whose file is not here. */
  readonly awaited: Experiment | null;
}

/** An experiment's file is not here, or another one has taken its place. */
export interface DataProblem {
  readonly key: 'dataset';
  readonly asked: string;
  readonly problem: { readonly kind: 'dataMissing' | 'dataDiffers' };
}

/** The state of a person's own data; the tables themselves are held by the datasets. */
export const ownData = createStore<OwnData>(() => ({
  isOpen: false,
  isReading: false,
  file: null,
  problem: null,
  refused: '',
  expected: null,
  awaited: null,
}));

let newest = 0;

/** Reads a file and offers its columns; of several the last one counts. */
export async function openFile(name: string, content: Blob): Promise<void> {
  const own = ++newest;
  ownData.setState({ isOpen: true, isReading: true, problem: null });
  const found = await openSheet(content).catch(() => ({ kind: 'unreadable' }) as const);
  if (own !== newest) return;
  ownData.setState(
    'kind' in found
      ? { isReading: false, problem: found, refused: name }
      : { isReading: false, problem: null, file: { name, sheet: found } },
  );
}

/** What of a file is learned, if a link says so of this one; null where that does not fit. */
export function expectedChoice({ name, sheet }: OpenedFile): Choice | null {
  const { expected } = ownData.getState();
  if (expected?.name !== nameInLink(name)) return null;
  const { target, kind, inputs } = expected;
  const isThere = [target, ...inputs].every((column) => column < sheet.columns.length);
  const isNumeric = inputs.every((column) => sheet.columns[column]?.words === null);
  return isThere && isNumeric ? { target, kind, inputs } : null;
}

/** No experiment waits for its file any longer: another one has begun. */
export function awaitNothing(): void {
  if (ownData.getState().awaited) ownData.setState({ awaited: null });
}

/** Notes the file that a link speaks of; false where that cannot be read. */
export function expectFile(text: string | undefined): boolean {
  const expected = text === undefined ? null : decodeFile(text);
  ownData.setState({ expected, awaited: null });
  return text === undefined || expected !== null;
}

/** The file of an experiment, for its link. */
export function fileOf({ dataset, dataHash }: Experiment): Link['reserved'] {
  const table = dataset === 'ownData' ? tableOf(dataHash) : undefined;
  if (!table) return {};
  const { name, task, layout } = table;
  return {
    data: encodeFile({ name, kind: task.kind, target: layout.target, inputs: layout.inputs }),
  };
}

/** An experiment as it can be trained now: one whose file is not here waits, and the usual dataset stands in. */
export function withData(experiment: Experiment): {
  readonly experiment: Experiment;
  readonly missing: readonly DataProblem[];
} {
  if (isDataHere(experiment)) return { experiment, missing: [] };
  const { dataset } = defaultExperiment;
  const { expected } = ownData.getState();
  const isAsked = experiment.dataHash !== 0;
  ownData.setState(isAsked ? { awaited: experiment } : { isOpen: true });
  const asked = expected?.name ?? '';
  return {
    experiment: amend(experiment, { dataset, dataHash: 0 }).experiment,
    missing: isAsked ? [{ key: 'dataset', asked, problem: { kind: 'dataMissing' } }] : [],
  };
}
