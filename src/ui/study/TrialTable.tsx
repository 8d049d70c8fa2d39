import { useState } from 'react';
import type { Task } from '../../catalog/datasets/dataset';
import { formatFactor, formatMeasure } from '../../i18n/numbers';
import { studyTexts as texts } from '../../i18n/study';
import { type Translate, useTranslate } from '../../i18n/translate';
import { tryBeside } from '../../state/baselines';
import { useLockedOut } from '../../state/hooks';
import { summaryOf, type TrialRow, type TrialSummary } from '../../study/trials';
import { untreated } from '../../study/variants';
import { Sparkline } from './Sparkline';

interface TrialTableProps {
  readonly rows: readonly TrialRow[];
  /** Steps of each training. */
  readonly steps: number;
  /** What the networks are asked for: a regression has a skill where a classification has an accuracy. */
  readonly task: Task['kind'];
}

interface Line {
  readonly row: TrialRow;
  readonly summary: TrialSummary | null;
}

/** What a column sorts by, the best first; the first column is as the variants come. */
const columns = [
  { id: 'variant', order: 'ascending', key: null },
  {
    id: 'verdict',
    order: 'descending',
    key: (line: TrialSummary) => line.finite + Number(line.verdict === 'learns'),
  },
  {
    id: 'finiteUntil',
    order: 'descending',
    key: (line: TrialSummary) => line.nonFiniteAt ?? Infinity,
  },
  { id: 'gradient', order: 'ascending', key: (line: TrialSummary) => line.gradient },
  { id: 'loss', order: 'ascending', key: (line: TrialSummary) => line.loss },
  { id: 'accuracy', order: 'descending', key: (line: TrialSummary) => line.skill },
  { id: 'pace', order: 'ascending', key: (line: TrialSummary) => line.pace },
] as const;

type Column = (typeof columns)[number];

const marks = { ascending: ' ▴', descending: ' ▾' } as const;

/** What each safeguard did, one row each; a row's button loads it with the run on screen pinned. */
export function TrialTable({ rows, steps, task }: TrialTableProps) {
  const t = useTranslate();
  const [sorted, sortBy] = useState<Column['id']>('variant');
  const lines = rows.map((row) => ({ row, summary: summaryOf(row, rows) }));
  return (
    <div className="trial-scroll">
      <table className="trial-table">
        <thead>
          <tr>
            {columns.map(({ id, order }) => (
              <th key={id} scope="col" aria-sort={id === sorted ? order : undefined}>
                <button type="button" onClick={() => sortBy(id)}>
                  {t(id === 'accuracy' && task === 'regression' ? texts.skill : texts[id])}
                  <span aria-hidden="true">{id === sorted ? marks[order] : ''}</span>
                </button>
              </th>
            ))}
            <th scope="col">{t(texts.curve)}</th>
          </tr>
        </thead>
        <tbody>
          {sortedLines(lines, sorted).map((line) => (
            <TrialLine key={line.row.variant.id} {...line} steps={steps} task={task} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TrialLine({ row, summary, steps, task }: Line & Omit<TrialTableProps, 'rows'>) {
  const t = useTranslate();
  const { variant, results } = row;
  const isRefused = useLockedOut(variant.experiment);
  const name = t(variant.name);
  const error = results.find((result) => result instanceof Error);
  const curves = results.flatMap((result, seed) =>
    result && !(result instanceof Error) ? [{ seed, points: result.outcome.losses }] : [],
  );
  return (
    <tr className={summary ? `verdict-${summary.verdict}` : undefined}>
      <th scope="row">
        <button
          type="button"
          className="link"
          title={t(texts.load, { name })}
          disabled={isRefused}
          onClick={() => tryBeside(variant.experiment)}
        >
          {name}
        </button>
      </th>
      {summary ? (
        <>
          <td>{sayVerdict(variant.id, summary, t)}</td>
          <td className="number">
            {summary.nonFiniteAt === null
              ? t(texts.toTheEnd)
              : t(texts.atStep, { step: summary.nonFiniteAt })}
          </td>
          <td className="number">{formatMeasure(summary.gradient)}</td>
          <td className="number">{orDash(summary.loss, formatMeasure)}</td>
          <td className="number">
            {orDash(task === 'regression' ? summary.skill : summary.accuracy, formatShare)}
          </td>
          <td className="number">{orDash(summary.pace, (pace) => pace.toFixed(1))}</td>
          <td>
            <Sparkline curves={curves} steps={steps} />
          </td>
        </>
      ) : (
        <td colSpan={7} className="quiet">
          {error instanceof Error ? t(texts.failed, { message: error.message }) : t(texts.waiting)}
        </td>
      )}
    </tr>
  );
}

/** The ratios of the gradient at step 0 between which it counts as unchanged. */
const unchanged = { from: 0.5, to: 2 } as const;

function sayVerdict(id: string, summary: TrialSummary, t: Translate): string {
  const { verdict, known, finite, ratio } = summary;
  const outcome = t(texts[verdict], { known, lost: known - finite });
  if (id === untreated || Number.isNaN(ratio)) return outcome;
  const isSame = ratio > unchanged.from && ratio < unchanged.to;
  const gradient = isSame ? t(texts.same) : t(texts.tames, { ratio: formatFactor(ratio) });
  return `${outcome} · ${gradient}`;
}

function sortedLines(lines: readonly Line[], id: Column['id']): readonly Line[] {
  const column = columns.find((candidate) => candidate.id === id);
  if (!column?.key) return lines;
  const { key, order } = column;
  const rank = ({ summary }: Line) => {
    const value = summary ? key(summary) : Number.NaN;
    if (Number.isNaN(value)) return Infinity;
    return order === 'ascending' ? value : -value;
  };
  return [...lines].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    return left === right ? 0 : left - right;
  });
}

function formatShare(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function orDash(value: number, write: (value: number) => string): string {
  return Number.isNaN(value) ? '–' : write(value);
}
