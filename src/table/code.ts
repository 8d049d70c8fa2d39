import type { Choice } from './choose';
import { mostColumns } from './limits';

/** Most characters of a file's name in a link. */
const mostName = 100;

/** A file that a link speaks of: its name, and what was chosen of it. */
export interface ExpectedFile {
  readonly name: string;
  readonly target: number;
  readonly kind: Choice['kind'];
  readonly inputs: readonly number[];
}

/** A file's name as far as a link says it. */
export function nameInLink(name: string): string {
  return [...name].slice(0, mostName).join('');
}

/** Writes a file for a link: target, `c` or `r`, inputs, name, such as `4.c.0-1-2-3.iris.csv`. */
export function encodeFile({ name, target, kind, inputs }: ExpectedFile): string {
  const task = kind === 'classification' ? 'c' : 'r';
  return [target, task, inputs.join('-'), nameInLink(name)].join('.');
}

/** Reads what `encodeFile` wrote; null for anything else. */
export function decodeFile(text: string): ExpectedFile | null {
  const [, target = '', kind, inputs = '', name = ''] =
    /^(\d{1,2})\.([cr])\.(\d{1,2}(?:-\d{1,2})*)\.(.+)$/.exec(text) ?? [];
  if (name === '') return null;
  const columns = [...new Set(inputs.split('-').map(Number))];
  const isPossible = [Number(target), ...columns].every((column) => column < mostColumns);
  if (!isPossible || columns.includes(Number(target))) return null;
  return {
    name: nameInLink(name),
    target: Number(target),
    kind: kind === 'c' ? 'classification' : 'regression',
    inputs: columns,
  };
}
