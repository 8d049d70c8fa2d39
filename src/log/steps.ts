import { groupBy } from '../base/groupBy';
import { mostValues, TooManyValues } from './limits';
import { gap } from './numbers';
import { type Column, type Table, valueAt, wordAt } from './table';

/** What counts the steps of a log: its own counter, epochs, batches, or its rows. */
export type StepKind = 'step' | 'epoch' | 'batch' | 'row';

/** Rows laid out over the ascending steps of one run. */
export interface Laid {
  /** A name where one table holds several trainings one after the other. */
  readonly name: string;
  readonly kind: StepKind;
  readonly isRestarted: boolean;
  readonly steps: Float64Array;
  /** Gives a column by step; of several values at a step the last counts. */
  over(column: Column): Float64Array;
  /** Gives a column by step for each name that rows have. */
  byName(
    column: Column,
    nameAt: (row: number) => string | undefined,
  ): ReadonlyMap<string, Float64Array>;
}

/** Lays the rows of a table over steps: one run, or several where counters begin anew and nothing says that an epoch did. */
export function layRows(table: Table, keys: Column | null): readonly Laid[] {
  const { kind, at } = countersOf(table, keys);
  const runColumn = table.columns.find(
    ({ meaning, words }) => meaning.kind === 'run' && (words?.length ?? 0) > 1,
  );
  if (runColumn) {
    const groups = groupBy(
      Array.from({ length: table.rows }, (_, row) => row),
      (row) => wordAt(runColumn, row) ?? '',
    );
    return [...groups].map(([name, rows]) => lay(name, kind, Int32Array.from(rows), at));
  }
  const rows = Int32Array.from({ length: table.rows }, (_, row) => row);
  const epoch = table.columns.find(({ meaning, count }) => meaning.kind === 'epoch' && count > 0);
  const inBatches = kind === 'batch' ? epoch : undefined;
  const segments = segmentsOf(rows, at, keys, inBatches);
  if (segments.count === 1) return [lay('', kind, rows, at)];
  const verdict = kindOfRestart(segments, kind, epoch);
  if (verdict === 'resumed') return [lay('', kind, rows, at)];
  if (verdict === 'epochs') {
    const offsets = offsetsOf(segments);
    const onward = (row: number) => {
      const own = at(row);
      return own === gap ? gap : own + (offsets[segments.of[row] ?? 0] ?? 0);
    };
    return [{ ...lay('', kind, rows, onward), isRestarted: true }];
  }
  const parts = groupBy(rows, (row) => segments.of[row] ?? 0);
  return [...parts].map(([segment, own]) =>
    lay(String(segment + 1), kind, Int32Array.from(own), at),
  );
}

function countersOf(
  table: Table,
  keys: Column | null,
): { readonly kind: StepKind; at(row: number): number } {
  const measured = measuredRows(table);
  const isOfMost = (column: Column) => {
    const counted = measured.filter((row) => valueAt(column, row) !== gap).length;
    return counted > measured.length / 2;
  };
  const of = (kind: string) =>
    table.columns
      .filter((column) => column.meaning.kind === kind && column.count > 0 && isOfMost(column))
      .toSorted((a, b) => b.count - a.count || rankOf(a) - rankOf(b));
  const [step] = of('step');
  if (step) return { kind: 'step', at: (row) => valueAt(step, row) };
  const [[epoch], [batch]] = [of('epoch'), of('batch')];
  if (batch) return { kind: 'batch', at: (row) => valueAt(batch, row) };
  if (epoch && isWhole(epoch, table.rows) && (keys || !isRepeated(epoch, table))) {
    return { kind: 'epoch', at: (row) => valueAt(epoch, row) };
  }
  if (!keys) return { kind: 'row', at: (row) => row };
  const seen = new Map<number, number>();
  const counted = Float64Array.from({ length: table.rows }, (_, row) => {
    const key = valueAt(keys, row);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times;
  });
  return { kind: 'row', at: (row) => counted[row] ?? gap };
}

/** The rows that hold a value of something that is measured. */
function measuredRows({ columns, rows }: Table): readonly number[] {
  const places = new Set(['step', 'epoch', 'batch', 'layer', 'name', 'part', 'run', 'other']);
  const measuring = columns.filter(({ meaning: { kind } }) => !places.has(kind));
  const found: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (measuring.some((column) => valueAt(column, row) !== gap)) found.push(row);
  }
  return found;
}

function rankOf({ meaning }: Column): number {
  return meaning.kind === 'step' ? meaning.rank : 0;
}

function isWhole(column: Column, rows: number): boolean {
  for (let row = 0; row < rows; row++) {
    const value = valueAt(column, row);
    if (value !== gap && !(Number.isSafeInteger(value) && value >= 0)) return false;
  }
  return true;
}

/** Tests whether one epoch has several values of the same thing. */
function isRepeated(epoch: Column, { columns, rows }: Table): boolean {
  return columns.some((column) => {
    if (column === epoch || column.words || column.meaning.kind === 'other') return false;
    const seen = new Set<number>();
    for (let row = 0; row < rows; row++) {
      if (valueAt(column, row) === gap) continue;
      const own = valueAt(epoch, row);
      if (seen.has(own)) return true;
      seen.add(own);
    }
    return false;
  });
}

/** Stretches of rows in which a counter does not begin anew, each with its first and last step and how many it has. */
interface Segments {
  readonly of: Int32Array;
  readonly count: number;
  readonly first: number[];
  readonly last: number[];
  readonly size: number[];
  /** The rows at which one begins, and the row of the same key before it. */
  readonly borders: (readonly [number, number])[];
}

function segmentsOf(
  rows: Int32Array,
  at: (row: number) => number,
  keys: Column | null,
  epoch: Column | undefined,
): Segments {
  const of = new Int32Array(rows.length);
  const states = new Map<number, { segment: number; first: number; last: number; row: number }>();
  const found: Segments = { of, count: 1, first: [], last: [], size: [], borders: [] };
  let count = 1;
  for (const row of rows) {
    const step = at(row);
    if (step === gap) continue;
    const key = keys ? valueAt(keys, row) : 0;
    const state = states.get(key);
    if (!state) states.set(key, { segment: 0, first: step, last: step, row });
    else {
      const isNextEpoch =
        epoch !== undefined &&
        step <= state.last &&
        Math.floor(valueAt(epoch, row)) > Math.floor(valueAt(epoch, state.row));
      if (isNextEpoch || (step < state.last && step <= state.first)) {
        state.segment += 1;
        state.first = step;
        count = Math.max(count, state.segment + 1);
        found.borders.push([row, state.row]);
        state.last = step;
      }
      state.last = Math.max(state.last, step);
      state.row = row;
    }
    const segment = states.get(key)?.segment ?? 0;
    of[row] = segment;
    if (found.last[segment] === undefined || step !== found.last[segment]) {
      found.size[segment] =
        (found.size[segment] ?? 0) + (keys && step <= (found.last[segment] ?? -1) ? 0 : 1);
    }
    found.first[segment] = Math.min(found.first[segment] ?? step, step);
    found.last[segment] = Math.max(found.last[segment] ?? step, step);
  }
  return { ...found, count };
}

/** Fewest steps of a stretch that may be a training of its own. */
const fewestOfRun = 5;

function kindOfRestart(
  { borders, size, last }: Segments,
  kind: StepKind,
  epoch: Column | undefined,
): 'epochs' | 'resumed' | 'runs' {
  const isLater = ([row, before]: readonly [number, number]) =>
    epoch !== undefined &&
    valueAt(epoch, row) > valueAt(epoch, before) &&
    valueAt(epoch, before) !== gap;
  if (kind !== 'epoch' && borders.every(isLater)) return 'epochs';
  if (kind === 'batch') return 'epochs';
  const whole = size.slice(0, -1);
  if (whole.some((own) => own < fewestOfRun)) return 'resumed';
  const isEven = size.length >= 3 && last.slice(0, -1).every((own) => own === last[0]);
  return isEven && kind !== 'epoch' && (last[0] ?? 0) > 0 && epoch !== undefined
    ? 'epochs'
    : 'runs';
}

/** What is added to the steps of each stretch, so that it begins where the one before ends. */
function offsetsOf({ count, first, last, size }: Segments): readonly number[] {
  const offsets = [0];
  for (let segment = 1; segment < count; segment++) {
    const before = segment - 1;
    const [from, to] = [first[before] ?? 0, last[before] ?? 0];
    const stride = Math.max(1, Math.round((to - from) / Math.max(1, (size[before] ?? 1) - 1)));
    offsets.push((offsets[before] ?? 0) + to + stride - (first[segment] ?? 0));
  }
  return offsets;
}

function lay(name: string, kind: StepKind, rows: Int32Array, at: (row: number) => number): Laid {
  let isAscending = true;
  let before = -1;
  for (const row of rows) {
    const step = at(row);
    if (step === gap || step <= before) isAscending = false;
    before = step;
  }
  const known = isAscending
    ? Float64Array.from(rows, at)
    : Float64Array.from(new Set(Float64Array.from(rows, at).filter((step) => step !== gap))).sort();
  const placeOf = isAscending ? null : new Map(Array.from(known, (step, index) => [step, index]));
  const places = Int32Array.from(rows, (row, index) =>
    placeOf ? (placeOf.get(at(row)) ?? -1) : index,
  );
  const isWhole = isAscending && rows.every((row, index) => row === index);
  return {
    ...{ name, kind, isRestarted: false, steps: known },
    over(column) {
      if (isWhole && column.numbers.length >= rows.length)
        return column.numbers.subarray(0, rows.length);
      const values = new Float64Array(known.length).fill(gap);
      rows.forEach((row, index) => {
        const value = valueAt(column, row);
        const place = places[index] ?? -1;
        if (value !== gap && place >= 0) values[place] = value;
      });
      return values;
    },
    byName(column, nameAt) {
      const found = new Map<string, Float64Array>();
      rows.forEach((row, index) => {
        const value = valueAt(column, row);
        const place = places[index] ?? -1;
        if (value === gap || place < 0) return;
        const name = nameAt(row);
        if (name === undefined) return;
        let values = found.get(name);
        if (!values) {
          if ((found.size + 1) * known.length > mostValues) {
            throw new TooManyValues(found.size + 1, known.length);
          }
          values = new Float64Array(known.length).fill(gap);
          found.set(name, values);
        }
        values[place] = value;
      });
      return found;
    },
  };
}
