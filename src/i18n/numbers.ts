import type { Language } from '../base/localized';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A measured value with three significant digits: 0.482, 18.4, 2.06×10⁸, ∞, NaN; a short whole number as it is. */
export function formatMeasure(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (Number.isInteger(value) && Math.abs(value) < 1e5) return String(value).replace('-', '−');
  const [mantissa = '0', exponent = '0'] = value.toExponential(2).split('e');
  const power = Number(exponent);
  if (power >= -3 && power < 5) return Number(value.toPrecision(3)).toString().replace('-', '−');
  return `${mantissa.replace('-', '−')}×${formatPower(power)}`;
}

/** A value as the ticks of an axis are labeled, short: 0.5, 20, 2.5×10⁻⁴, 10⁻⁴. */
export function formatTick(value: number): string {
  return formatMeasure(value)
    .replace(/\.?0+×/, '×')
    .replace(/^(−?)1×/, '$1');
}

/** A power of ten, as axes are labeled: 10⁸, 10⁻³. */
export function formatPower(exponent: number): string {
  const digits = String(Math.abs(exponent))
    .split('')
    .map((digit) => superscripts[Number(digit)])
    .join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/** A count with thousands separated: 1,284. */
export function formatCount(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A factor per layer: ×1.98. */
export function formatFactor(value: number): string {
  return Number.isFinite(value) && value >= 0.01 && value < 1000
    ? `×${value.toFixed(2)}`
    : `×${formatMeasure(value)}`;
}

/** A moment, in milliseconds since 1970, to the minute. */
export function formatMoment(moment: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    moment,
  );
}
