/** `√(Σ x²)` that does not overflow: squares relative to the largest, their sum compensated (Kahan 1965). */
export function hypot(...sides: readonly number[]): number {
  let largest = 0;
  let isUnknown = false;
  for (const side of sides) {
    const size = Math.abs(side);
    if (size === Number.POSITIVE_INFINITY) return size;
    if (Number.isNaN(size)) isUnknown = true;
    else if (size > largest) largest = size;
  }
  if (isUnknown) return Number.NaN;
  if (largest === 0) return 0;
  let sum = 0;
  let compensation = 0;
  for (const side of sides) {
    const share = Math.abs(side) / largest;
    const summand = share * share - compensation;
    const next = sum + summand;
    compensation = next - sum - summand;
    sum = next;
  }
  return Math.sqrt(sum) * largest;
}
