import { type TrialRow, type TrialSummary, trialVerdicts } from '../../study/trials';

/** A row of the table, and what its trainings say together. */
export interface Line {
  readonly row: TrialRow;
  readonly summary: TrialSummary | null;
}

type Direction = 'ascending' | 'descending';

interface Column {
  readonly id: ColumnId;
  /** The direction that is wanted first: mostly the best on top. */
  readonly first: Direction;
  /** What a line is sorted by; its place where there is nothing. */
  readonly value: ((summary: TrialSummary) => number) | null;
}

type ColumnId = 'variant' | 'verdict' | 'finiteUntil' | 'gradient' | 'loss' | 'accuracy' | 'pace';

/** The columns that sort. */
export const columns: readonly Column[] = [
  { id: 'variant', first: 'ascending', value: null },
  {
    id: 'verdict',
    first: 'descending',
    value: ({ verdict, finite, known }) => trialVerdicts.indexOf(verdict) + finite / (known + 1),
  },
  { id: 'finiteUntil', first: 'descending', value: ({ nonFiniteAt }) => nonFiniteAt ?? Infinity },
  { id: 'gradient', first: 'ascending', value: ({ gradient }) => gradient },
  { id: 'loss', first: 'ascending', value: ({ loss }) => loss },
  { id: 'accuracy', first: 'descending', value: ({ skill }) => skill },
  { id: 'pace', first: 'ascending', value: ({ pace }) => pace },
];

/** The column by which the lines are sorted, and how. */
export interface Order {
  readonly by: ColumnId;
  readonly direction: Direction;
}

/** The order after a press on a column's name: its own first direction, then the other one. */
export function pressed(id: ColumnId, { by, direction }: Order): Order {
  const first = columns.find((column) => column.id === id)?.first ?? 'ascending';
  const other = direction === 'ascending' ? 'descending' : 'ascending';
  return { by: id, direction: id === by ? other : first };
}

/** The lines in order; those without a value stand last either way. */
export function sorted(lines: readonly Line[], { by, direction }: Order): readonly Line[] {
  const value = columns.find(({ id }) => id === by)?.value;
  if (!value) return direction === 'ascending' ? lines : lines.toReversed();
  const sign = direction === 'ascending' ? 1 : -1;
  const known = lines.map((line) => ({ line, value: line.summary ? value(line.summary) : NaN }));
  const compare = (a: number, b: number) => {
    if (Number.isNaN(a) || Number.isNaN(b))
      return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return a === b ? 0 : sign * (a - b);
  };
  return known.toSorted((a, b) => compare(a.value, b.value)).map(({ line }) => line);
}
