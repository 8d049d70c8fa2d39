import { fnv1a } from '../base/fnv';
import type { Table } from '../catalog/datasets/tables';
import { leastRows, mostClasses } from './limits';
import type { Column, Sheet } from './sheet';

/** What of a sheet is learned, and from what; columns from 0. */
export interface Choice {
  readonly target: number;
  readonly kind: 'classification' | 'regression';
  readonly inputs: readonly number[];
}

/** Why a choice makes no table. */
export type ChoiceProblem =
  | { readonly kind: 'noInputs' | 'wordsTarget' | 'oneClass' }
  | { readonly kind: 'tooManyClasses'; readonly found: number; readonly limit: number }
  | { readonly kind: 'tooFewRows'; readonly found: number; readonly limit: number };

/** A table, and how many rows were left out of it for what they lack. */
export interface Chosen {
  readonly table: Table;
  readonly left: number;
}

/** Names that a target often has. */
const targetName =
  /^(target|label|labels|class|y|species|outcome|quality|survived|diagnosis|price)$/i;

/** Most different whole numbers of a target that is more likely a class than a quantity. */
const fewValues = 12;

/** What a sheet is most likely for: a column that is called a target or the last one, from all numbers. */
export function guess({ columns }: Sheet): Choice {
  const named = columns.findIndex(({ name }) => targetName.test(name));
  const target = named < 0 ? columns.length - 1 : named;
  return { target, kind: kindOf(columns[target]), inputs: possibleInputs(columns, target) };
}

/** Columns of numbers other than the target. */
export function possibleInputs(columns: readonly Column[], target: number): readonly number[] {
  return columns.flatMap(({ words }, index) => (words || index === target ? [] : [index]));
}

/** Whether a target looks like classes or like a quantity. */
export function kindOf(column: Column | undefined): Choice['kind'] {
  if (!column || column.words) return 'classification';
  const present = column.numbers.filter((value) => !Number.isNaN(value));
  const distinct = new Set(present);
  const isWhole = present.every(Number.isInteger);
  return isWhole && distinct.size <= fewValues ? 'classification' : 'regression';
}

/** Makes the table of a choice from the rows that have everything; `name` is that of the file. */
export function choose(sheet: Sheet, choice: Choice, name: string): Chosen | ChoiceProblem {
  const { columns, rows, delimiter, header } = sheet;
  const target = columns[choice.target];
  const inputs = choice.inputs.flatMap((index) => columns[index] ?? []);
  if (!target || inputs.length === 0) return { kind: 'noInputs' };
  const isClasses = choice.kind === 'classification';
  if (!isClasses && target.words) return { kind: 'wordsTarget' };
  const wordAt = (row: number) => target.words?.[row] ?? sayNumber(target.numbers[row]);
  const whole = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => wordAt(row) !== '' && inputs.every(({ numbers }) => !Number.isNaN(numbers[row])),
  );
  if (whole.length < leastRows)
    return { kind: 'tooFewRows', found: whole.length, limit: leastRows };
  const classes = isClasses ? classesOf(whole.map(wordAt), target) : [];
  if (isClasses && classes.length < 2) return { kind: 'oneClass' };
  if (classes.length > mostClasses) {
    return { kind: 'tooManyClasses', found: classes.length, limit: mostClasses };
  }
  const numberOf = new Map(classes.map((word, index) => [word, index]));
  const table = {
    name,
    task: isClasses
      ? ({ kind: 'classification', classes: classes.length } as const)
      : ({ kind: 'regression', outputs: 1 } as const),
    rows: whole.length,
    inputs: inputs.map((column) => column.name),
    target: target.name,
    classes,
    features: Float32Array.from(
      whole.flatMap((row) => inputs.map(({ numbers }) => numbers[row] ?? 0)),
    ),
    targets: Float32Array.from(whole, (row) =>
      isClasses ? (numberOf.get(wordAt(row)) ?? 0) : (target.numbers[row] ?? 0),
    ),
    layout: {
      ...{ delimiter, header, inputs: choice.inputs, target: choice.target },
      words: isClasses && target.words !== null,
    },
  };
  return { table: { ...table, hash: hashOf(table) }, left: rows - whole.length };
}

function sayNumber(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(value);
}

/** Class names in order: numbers by size, words as they sort. */
function classesOf(words: readonly string[], { words: isWords }: Column): readonly string[] {
  const distinct = [...new Set(words)];
  return isWords ? distinct.sort() : distinct.sort((a, b) => Number(a) - Number(b));
}

/** FNV-1a over everything that is trained on; never 0. */
function hashOf({ task, inputs, target, features, targets }: Omit<Table, 'hash'>): number {
  const head = new TextEncoder().encode(JSON.stringify([task, inputs, target]));
  const hash = fnv1a(head, new Uint8Array(features.buffer), new Uint8Array(targets.buffer));
  return hash >>> 0 || 1;
}
