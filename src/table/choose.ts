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

/** Names that a target often has, alone or as the last word. */
const targetName =
  /(^|[_ ])(target|label|labels|class|y|species|outcome|quality|survived|diagnosis|price|status|value)$/i;

/** Names of columns that tell rows apart and nothing else. */
const indexName = /^(id|idx|index|row|row_?(id|number|num)|no\.?|nr\.?|#|unnamed.*|.*[_ ]id)$/i;

/** Most different whole numbers of a target that is more likely a class than a quantity. */
const fewValues = 12;

/** Share of missing cells from which on a column is left out at first, for it would cost too many rows. */
const mostMissing = 0.5;

/** Why a column was guessed to be the target. */
export type TargetReason = 'named' | 'last' | 'lastNumbers';

/** Guesses what a sheet is most likely for: a column that is called a target, else the last one. */
export function guess(sheet: Sheet): Choice {
  const { target } = guessTarget(sheet);
  const { columns } = sheet;
  return { target, kind: kindOf(columns[target]), inputs: likelyInputs(columns, target) };
}

/** Guesses the target, and says why: words behind a table of numbers are a property of its rows more often than a class. */
export function guessTarget({ columns, rows }: Sheet): {
  readonly target: number;
  readonly reason: TargetReason;
} {
  const isPossible = (column: Column) => column.missing < rows && !isIndex(column);
  const named = columns.findLastIndex(
    (column) => targetName.test(column.name) && isPossible(column),
  );
  if (named >= 0) return { target: named, reason: 'named' };
  const last = columns.length - 1;
  const numbers = columns.findLastIndex((column) => !column.words && isPossible(column));
  const isOfNumbers = columns.slice(0, -1).filter(({ words }) => !words).length >= 5;
  const isWide = new Set(columns[last]?.words ?? []).size > 2;
  return columns[last]?.words && numbers >= 0 && isOfNumbers && isWide
    ? { target: numbers, reason: 'lastNumbers' }
    : { target: last, reason: 'last' };
}

/** Columns of numbers other than the target. */
export function possibleInputs(columns: readonly Column[], target: number): readonly number[] {
  return columns.flatMap(({ words }, index) => (words || index === target ? [] : [index]));
}

/** Of the possible inputs those that are worth learning from: neither row numbers nor nearly empty. */
export function likelyInputs(columns: readonly Column[], target: number): readonly number[] {
  const possible = possibleInputs(columns, target);
  const likely = possible.filter((index) => {
    const column = columns[index];
    return column !== undefined && !isIndex(column) && !isNearlyEmpty(column);
  });
  return likely.length > 0 ? likely : possible;
}

/** Tests whether a column numbers or names the rows: it gives a sorted target away. */
export function isIndex({ name, numbers, words }: Column): boolean {
  const values: readonly (string | number)[] = words ?? [...numbers];
  if (indexName.test(name)) return new Set<string | number>(values).size === values.length;
  const isCounted =
    words === null && numbers.every((value, row) => value === row + (numbers[0] ?? 0));
  return isCounted && numbers.length >= leastRows && (numbers[0] === 0 || numbers[0] === 1);
}

/** Tests whether a column has so few values that most rows would be left out for it. */
export function isNearlyEmpty({ missing, numbers }: Column): boolean {
  return missing > mostMissing * numbers.length;
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
