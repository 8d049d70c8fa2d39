import { useState } from 'react';
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
}

interface Line {
  readonly row: TrialRow;
  readonly summary: TrialSummary | null;
}

/** A column that sorts: the smallest key first. */
const columns = [
  { id: 'variant', key: null },
  { id: 'verdict', key: (line: TrialSummary) => -line.finite - Number(line.verdict === 'learns') },
  { id: 'finiteUntil', key: (line: TrialSummary) => -(line.nonFiniteAt ?? Infinity) },
  { id: 'gradient', key: (line: TrialSummary) => line.gradient },
  { id: 'loss', key: (line: TrialSummary) => line.loss },
  { id: 'accuracy', key: (line: TrialSummary) => -line.skill },
  { id: 'pace', key: (line: TrialSummary) => line.pace },
] as const;

type Column = (typeof columns)[number];

/** What each safeguard did, one row each; a row's button loads it with the run on screen pinned. */
export function TrialTable({ rows, steps }: TrialTableProps) {
  const t = useTranslate();
  const [sorted, sortBy] = useState<Column['id']>('variant');
  const lines = rows.map((row) => ({ row, summary: summaryOf(row, rows) }));
  const isRegression = lines.every(({ summary }) => !summary || Number.isNaN(summary.accuracy));
  const hasSkillOnly = isRegression && lines.some(({ summary }) => summary && summary.skill > -1e9);
  return (
    <div className="trial-scroll">
      <table className="trial-table">
        <thead>
          <tr>
            {columns.map(({ id }) => (
              <th key={id} scope="col" aria-sort={id === sorted ? 'ascending' : undefined}>
                <button type="button" onClick={() => sortBy(id)}>
                  {t(id === 'accuracy' && hasSkillOnly ? texts.skill : texts[id])}
                  <span aria-hidden="true">{id === sorted ? ' ▾' : ''}</span>
                </button>
              </th>
            ))}
            <th scope="col">{t(texts.curve)}</th>
          </tr>
        </thead>
        <tbody>
          {sortedLines(lines, sorted).map((line) => (
            <TrialLine key={line.row.variant.id} {...line} steps={steps} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TrialLine({ row, summary, steps }: Line & { readonly steps: number }) {
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
            {orDash(Number.isNaN(summary.accuracy) ? summary.skill : summary.accuracy, formatShare)}
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
  const key = columns.find((column) => column.id === id)?.key;
  if (!key) return lines;
  const rank = ({ summary }: Line) => {
    const value = summary ? key(summary) : Number.NaN;
    return Number.isNaN(value) ? Infinity : value;
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
