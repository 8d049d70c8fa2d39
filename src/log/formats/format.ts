import type { Head, Source } from '../source';
import type { Table } from '../table';

/** A way that logs are written. */
export interface LogFormat {
  readonly id: string;
  /** Tests by a file's name and beginning whether it is written this way. */
  looks(head: Head): boolean;
  /** Reads a file into a table, row by row. */
  read(source: Source, table: Table): Promise<void>;
  /** A small file of this format and its name, which must read. */
  readonly sample: { readonly name: string; readonly content: string | Uint8Array };
}

/** Gives the tag in the name of a file that holds one series, as TensorBoard and MLflow write it. */
export function tagOf(file: string): string {
  const plain = file.replace(/\.(csv|json|txt|tsv)$/i, '').replace(/ ?\(\d+\)$/, '');
  return /(?:^|[-_])tag-(.+)$/i.exec(plain)?.[1] ?? plain;
}
