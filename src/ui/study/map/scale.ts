import { clamp } from '../../../base/clamp';
import { formatCount, formatFactor, formatMeasure, formatPercent } from '../../../i18n/numbers';
import { hasAccuracy, type MapCells } from '../../../study/map/cells';
import type { MapPlan } from '../../../study/map/plan';
import { amplificationColor } from '../../charts/colors/amplification';

/** How the values of a map become colors. */
export interface MapScale {
  /** Names the colors, so that they are resolved once per theme. */
  readonly colors: 'amplification' | 'breaking' | 'rising' | 'falling';
  /** Where a finite value stands, from 0 to 1. */
  place(value: number): number;
  readonly ticks: readonly { readonly place: number; readonly label: string }[];
}

/** The scale that holds what is known of a map. */
export function scaleOf(plan: MapPlan, { values }: MapCells): MapScale {
  const finite = values.filter((value) => Number.isFinite(value));
  switch (plan.measure) {
    case 'growth':
      return growthScale(finite);
    case 'nonFiniteStep':
      return stepScale(plan.steps);
    case 'loss':
      return lossScale(finite);
    case 'accuracy':
      return shareScale(hasAccuracy(plan.experiment));
  }
}

/** The color of a place on a scale, in the theme's custom properties. */
export function colorAt(colors: MapScale['colors'], place: number): string {
  if (colors === 'amplification') return amplificationColor(2 * place - 1);
  if (colors === 'breaking') return amplificationColor(1 - place);
  const share = colors === 'rising' ? place : 1 - place;
  return `color-mix(in oklab, var(--accent) ${Math.round(100 * share)}%, var(--scale-mid))`;
}

/** Factors at which the scale of growth may end, in both directions. */
const ends = [1.1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 10, 100, 1000] as const;

/** 1 in the middle, as many factors above as below. */
function growthScale(values: Float64Array): MapScale {
  const logarithms = values.filter((value) => value > 0).map((value) => Math.abs(Math.log(value)));
  const farthest = logarithms.reduce((most, value) => Math.max(most, value), 0);
  const end = ends.find((candidate) => Math.log(candidate) >= farthest - 1e-3) ?? 1000;
  const place = (value: number) => limit(0.5 + Math.log(value) / (2 * Math.log(end)));
  const marks = [1 / end, 1 / Math.sqrt(end), 1, Math.sqrt(end), end];
  return {
    colors: 'amplification',
    place,
    ticks: marks.map((value) => ({ place: place(value), label: formatFactor(value) })),
  };
}

/** Logarithmic from step 0 to the last: an early break is the hotter. */
function stepScale(steps: number): MapScale {
  const place = (step: number) => limit(Math.log1p(step) / Math.log1p(steps));
  const powers = [0, 1, 10, 100, 1000, 10_000].filter((step) => 2 * step <= steps);
  return {
    colors: 'breaking',
    place,
    ticks: [...powers, steps].map((step) => ({ place: place(step), label: formatCount(step) })),
  };
}

/** Logarithmic from the smallest loss to the largest. */
function lossScale(values: Float64Array): MapScale {
  const logarithms = values.filter((value) => value > 0).map(Math.log);
  const low = logarithms.reduce((least, value) => Math.min(least, value), Infinity);
  const high = logarithms.reduce((most, value) => Math.max(most, value), -Infinity);
  const isSpread = high > low;
  const place = (value: number) => limit(isSpread ? (Math.log(value) - low) / (high - low) : 0);
  const marks = isSpread ? [low, (low + high) / 2, high] : logarithms.subarray(0, 1);
  return {
    colors: 'falling',
    place,
    ticks: Array.from(marks, Math.exp).map((value) => ({
      place: place(value),
      label: formatMeasure(value),
    })),
  };
}

/** From nothing right, or nothing explained, to everything. */
function shareScale(isAccuracy: boolean): MapScale {
  const label = (share: number) => (isAccuracy ? formatPercent(share) : String(share));
  return {
    colors: 'rising',
    place: limit,
    ticks: [0, 0.25, 0.5, 0.75, 1].map((place) => ({ place, label: label(place) })),
  };
}

function limit(place: number): number {
  return clamp(place, 0, 1);
}
