import { absent } from '../../../history/measures';
import { formatMeasure } from '../../../i18n/numbers';
import { type Axis, type Extent, withRows } from '../axes/axis';

/** Powers of two between ticks. */
const strides = [1, 2, 4, 8, 16, 32, 64, 128] as const;

/** A logarithmic axis for factors, with ×1 always on it: ticks are powers of two. */
export function factorAxis(extent: Extent, mostTicks: number): Axis {
  const low = Math.floor(Math.log2(Math.min(0.5, extent.low)));
  const high = Math.ceil(Math.log2(Math.max(2, extent.high)));
  const stride =
    strides.find(
      (step) => Math.ceil(high / step) - Math.floor(low / step) + 1 <= Math.max(3, mostTicks),
    ) ?? 256;
  const first = Math.floor(low / stride);
  const last = Math.ceil(high / stride);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => {
    const power = (first + index) * stride;
    return { y: power, kind: 'finite' as const, label: `×${formatMeasure(2 ** power)}` };
  });
  return withRows([first * stride, last * stride], ticks, extent, Math.log2, mostTicks);
}

/** Tests whether a factor has a height: there is one, and it is finite. */
export function isFactor(value: number): boolean {
  return value !== absent && Number.isFinite(value);
}
