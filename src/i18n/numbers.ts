import type { Language } from '../base/localized';
import { formatMeasure } from '../base/measure';
import { absent } from '../history/measures';

export { formatMeasure, formatPower, formatTick } from '../base/measure';

/** A count with thousands separated: 1,284. */
export function formatCount(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A factor per layer: ×1.98; a dash where there is none. */
export function formatFactor(value: number): string {
  if (value === absent) return '–';
  return Number.isFinite(value) && value >= 0.01 && value < 1000
    ? `×${value.toFixed(2)}`
    : `×${formatMeasure(value)}`;
}

/** A share in percent, with so many decimals at most: 38 %. */
export function formatPercent(share: number, decimals = 0): string {
  return Number.isFinite(share)
    ? `${Number((100 * share).toFixed(decimals))} %`
    : formatMeasure(share);
}

/** The places of findings and of lines of evidence that hold steps and counts; numbers in others were measured. */
const counted: ReadonlySet<string> = new Set([
  'step',
  'steps',
  'span',
  'since',
  'until',
  'lostAt',
  'warmUpSteps',
  'count',
  'acted',
  'dropped',
]);

/** A number of a finding or of a line of evidence, by the name of its place. */
export function formatPlace(name: string, value: number): string {
  return counted.has(name) ? formatCount(value) : formatMeasure(value);
}

/** A moment, in milliseconds since 1970, to the minute. */
export function formatMoment(moment: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    moment,
  );
}
