import { useState } from 'react';
import { sayFailure } from '../../i18n/failure';
import { formatFactor, formatMeasure, formatPercent } from '../../i18n/numbers';
import { studyTexts as texts } from '../../i18n/study';
import { type Translate, useTranslate } from '../../i18n/translate';
import { useLockedOut } from '../../state/hooks';
import { tryBeside } from '../../state/saved/pins';
import { hasAccuracy } from '../../study/map/cells';
import {
  isTried,
  summaryOf,
  type TrialPlan,
  type TrialRow,
  type TrialSummary,
} from '../../study/trials';
import { untreated } from '../../study/variants';
import { Sparkline } from './Sparkline';
import { columns, type Line, type Order, pressed, sorted } from './trialOrder';

interface TrialTableProps {
  readonly plan: TrialPlan;
  readonly rows: readonly TrialRow[];
}

/** What each safeguard did, one row each; a row's button loads it with the plan's experiment pinned. */
export function TrialTable({ plan, rows }: TrialTableProps) {
  const t = useTranslate();
  const [order, setOrder] = useState<Order>({ by: 'variant', direction: 'ascending' });
  const lines = rows.map((row) => ({ row, summary: summaryOf(row, rows) }));
  const isClassified = hasAccuracy(plan.experiment);
  return (
    <div className="trial-scroll">
      <table className="trial-table">
        <thead>
          <tr>
            {columns.map(({ id }) => (
              <th key={id} scope="col" aria-sort={id === order.by ? order.direction : undefined}>
                <button type="button" onClick={() => setOrder(pressed(id, order))}>
                  {t(id === 'accuracy' && !isClassified ? texts.skill : texts[id])}
                  <span aria-hidden="true">{id === order.by ? arrows[order.direction] : ''}</span>
                </button>
              </th>
            ))}
            <th scope="col">{t(texts.curve)}</th>
          </tr>
        </thead>
        <tbody>
          {sorted(lines, order).map((line) => (
            <TrialLine key={line.row.variant.id} {...line} {...{ plan, isClassified }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const arrows = { ascending: ' ▴', descending: ' ▾' } as const;

interface TrialLineProps extends Line {
  readonly plan: TrialPlan;
  readonly isClassified: boolean;
}

function TrialLine({ row, summary, plan, isClassified }: TrialLineProps) {
  const t = useTranslate();
  const { variant, results } = row;
  const isRefused = useLockedOut(variant.experiment);
  const name = t(variant.name);
  const error = results.find((result) => result instanceof Error);
  const failure = error && t(texts.failed, { message: sayFailure(error.message, t) });
  const curves = results.flatMap((result, seed) =>
    isTried(result) ? [{ seed, points: result.outcome.losses }] : [],
  );
  return (
    <tr className={summary ? `verdict-${summary.verdict}` : undefined}>
      <th scope="row">
        <button
          type="button"
          className="link"
          title={t(texts.load, { name })}
          disabled={isRefused}
          onClick={() => tryBeside(variant.experiment, plan.experiment)}
        >
          {name}
        </button>
      </th>
      {summary ? (
        <>
          <td>
            {sayVerdict(variant.id, summary, t)}
            {summary.known < results.length && (
              <small className="trial-missing">
                {t(texts.seedsKnown, { known: summary.known, all: results.length })}
                {failure && ` · ${failure}`}
              </small>
            )}
          </td>
          <td className="number">
            {summary.nonFiniteAt === null
              ? t(texts.toTheEnd)
              : t(texts.atStep, { step: summary.nonFiniteAt })}
          </td>
          <td className="number">{formatMeasure(summary.gradient)}</td>
          <td className="number">{orDash(summary.loss, formatMeasure)}</td>
          <td className="number">
            {orDash(isClassified ? summary.accuracy : summary.skill, formatPercent)}
          </td>
          <td className="number">{orDash(summary.pace, (pace) => pace.toFixed(1))}</td>
          <td>
            <Sparkline curves={curves} steps={plan.steps} />
          </td>
        </>
      ) : (
        <td colSpan={7} className="quiet">
          {failure ?? t(texts.waiting)}
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

function orDash(value: number, write: (value: number) => string): string {
  return Number.isNaN(value) ? '–' : write(value);
}
