import type { Task } from './dataset';

/** A table of a person's own, ready to be trained on. */
export interface Table {
  /** Tells tables apart, 1 … 2³² − 1: of its numbers, its columns and its task. */
  readonly hash: number;
  readonly name: string;
  readonly task: Task;
  readonly rows: number;
  /** Names of the columns that are inputs. */
  readonly inputs: readonly string[];
  readonly target: string;
  /** Names of the classes by their number; empty for a regression. */
  readonly classes: readonly string[];
  /** `[rows, inputs]`, row-major, in the order of the file. */
  readonly features: Float32Array;
  /** `[rows]`: class numbers, or real targets. */
  readonly targets: Float32Array;
  /** Where the columns stand in the file, for scripts that read it. */
  readonly layout: TableLayout;
}

/** How a table lies in its file. */
export interface TableLayout {
  readonly delimiter: string;
  readonly header: boolean;
  /** Columns from 0. */
  readonly inputs: readonly number[];
  readonly target: number;
  /** True where the classes are words; else they are numbers, or there are none. */
  readonly words: boolean;
}

/** Most tables held at a time: pinned runs may be of others than the one on screen. */
const most = 4;

const held = new Map<number, Table>();

/** Holds a table under its hash; beyond `most` the one that came first is let go. */
export function holdTable(table: Table): void {
  held.delete(table.hash);
  held.set(table.hash, table);
  const [first] = held.keys();
  if (held.size > most && first !== undefined) held.delete(first);
}

/** The table of a hash, if it is held here. */
export function tableOf(hash: number): Table | undefined {
  return held.get(hash);
}
