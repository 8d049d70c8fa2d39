import type { Choice } from './choose';
import { mostColumns } from './limits';

/** A file that a link speaks of: its name, and what was chosen of it. */
export interface ExpectedFile {
  readonly name: string;
  readonly target: number;
  readonly kind: Choice['kind'];
  readonly inputs: readonly number[];
}

/** Writes a file for a link: target, `c` or `r`, inputs, name, such as `4.c.0-1-2-3.iris.csv`. */
export function encodeFile({ name, target, kind, inputs }: ExpectedFile): string {
  return [target, kind === 'classification' ? 'c' : 'r', inputs.join('-'), name].join('.');
}

/** Reads what `encodeFile` wrote; null for anything else. */
export function decodeFile(text: string): ExpectedFile | null {
  const [, target = '', kind, inputs = '', name = ''] =
    /^(\d{1,2})\.([cr])\.(\d{1,2}(?:-\d{1,2})*)\.(.{1,100})$/.exec(text) ?? [];
  if (name === '') return null;
  const columns = [...new Set(inputs.split('-').map(Number))];
  const isPossible = [Number(target), ...columns].every((column) => column < mostColumns);
  if (!isPossible || columns.includes(Number(target))) return null;
  return {
    name,
    target: Number(target),
    kind: kind === 'c' ? 'classification' : 'regression',
    inputs: columns,
  };
}
