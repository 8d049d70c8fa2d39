import { fieldOf } from '../../../experiment/schema';
import { mapTexts as texts } from '../../../i18n/map';
import { formatCount, formatFactor, formatMeasure, formatPercent } from '../../../i18n/numbers';
import { list, type Translate } from '../../../i18n/translate';
import type { StabilityMap } from '../../../state/studies/maps';
import { hasAccuracy, stateOf } from '../../../study/map/cells';
import { gridOf } from '../../../study/map/plan';
import type { Table } from '../../charts/card/DataTable';

type Known = Pick<StabilityMap, 'plan' | 'cells'>;

/** What is known of a cell, in words. */
export function sayCell({ plan, cells }: Known, index: number, t: Translate): string {
  const state = stateOf(cells, index);
  if (state !== 'known') return t(texts[state]);
  const value = cells.values[index] ?? Number.NaN;
  if (plan.measure === 'nonFiniteStep' && value === Infinity) return t(texts.finite);
  return Number.isFinite(value) ? sayValue(plan, value) : t(texts.notFinite);
}

/** Both settings of a cell: “Depth 20, Gain 1.5”. */
function sayPlace(plan: StabilityMap['plan'], index: number, t: Translate): string {
  const { x, y } = plan;
  const { xs, ys } = gridOf(plan);
  const column = index % xs.length;
  const setting = (key: typeof x.key, value = 0) =>
    `${t(fieldOf(key).label)} ${formatMeasure(value)}`;
  return list([setting(x.key, xs[column]), setting(y.key, ys[(index - column) / xs.length])], t);
}

/** A map in one sentence; undefined while nothing is known. */
export function sayMap({ plan, cells }: Known, t: Translate): string | undefined {
  const known = Array.from(cells.values, (value, index) => ({ value, index })).filter(
    ({ index }) => stateOf(cells, index) === 'known',
  );
  const finite = known.filter(({ value }) => Number.isFinite(value));
  const broken = known.length - finite.length;
  const places = { known: known.length, broken };
  if (known.length === 0) return undefined;
  const ascending = finite.toSorted((a, b) => a.value - b.value);
  const [least, most] = [ascending[0], ascending.at(-1)];
  if (plan.measure === 'nonFiniteStep') {
    if (!least) return t(texts.allFinite, places);
    const first = { first: formatCount(least.value), place: sayPlace(plan, least.index, t) };
    return t(texts.stepSummary, { ...places, finite: broken, ...first });
  }
  if (!least || !most) return t(texts.allBroken, places);
  const rest = broken > 0 ? ` ${t(texts.brokenCells, places)}` : '';
  if (plan.measure === 'growth') {
    const above = finite.filter(({ value }) => value > 1).length;
    return t(texts.growthSummary, { ...places, above, below: finite.length - above }) + rest;
  }
  const best = plan.measure === 'loss' ? least : most;
  const said = { best: sayValue(plan, best.value), place: sayPlace(plan, best.index, t) };
  const summary = texts[plan.measure === 'loss' ? 'lossSummary' : 'accuracySummary'];
  return t(summary, { ...places, ...said }) + rest;
}

/** The cells of a map in rows, the largest value on top as in the picture. */
export function tableOf({ plan, cells }: Known, t: Translate): Table {
  const { xs, ys } = gridOf(plan);
  const names = { x: t(fieldOf(plan.x.key).label), y: t(fieldOf(plan.y.key).label) };
  return {
    columns: [t(texts.tableCorner, names), ...xs.map(String)],
    rows: ys
      .map((y, row) => [
        String(y),
        ...xs.map((_, column) => sayCell({ plan, cells }, row * xs.length + column, t)),
      ])
      .reverse(),
  };
}

function sayValue({ measure, experiment }: StabilityMap['plan'], value: number): string {
  if (measure === 'growth') return formatFactor(value);
  if (measure === 'nonFiniteStep') return formatCount(value);
  if (measure === 'accuracy' && hasAccuracy(experiment)) return formatPercent(value, 1);
  return formatMeasure(value);
}
