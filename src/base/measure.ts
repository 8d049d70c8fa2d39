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

/** A value that was chosen rather than measured, such as a limit or the tick of an axis, short: 0.5, 20, 2.5×10⁻⁴, 10⁻⁴. */
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
