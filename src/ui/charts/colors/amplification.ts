/** Decades of amplification at which the scale ends, in both directions. */
export const fullScale = 9;

/** Where the scale turns from its inner to its outer color. */
const turn = 0.6;

/**
 * Where a norm stands on the diverging scale: log10 of norm over reference, from −1 (vanished by nine
 * decades or more) over 0 (as large as the reference) to 1 (exploded). Null where that has no meaning:
 * a norm or a reference that was not measured or is NaN, an infinite reference.
 */
export function amplificationOf(norm: number, reference: number): number | null {
  if (!(norm >= 0) || !(reference >= 0) || reference === Infinity) return null;
  if (norm === reference) return 0;
  const decades = Math.log10(norm) - Math.log10(reference);
  return Math.max(-1, Math.min(1, decades / fullScale));
}

/** The color of a place on the diverging scale; neutral where there is none. */
export function amplificationColor(place: number | null): string {
  if (!place) return 'var(--scale-mid)';
  const side = place > 0 ? 'hot' : 'cool';
  const distance = Math.abs(place);
  return distance <= turn
    ? mix(`var(--scale-${side})`, distance / turn, 'var(--scale-mid)')
    : mix(`var(--scale-${side}-2)`, (distance - turn) / (1 - turn), `var(--scale-${side})`);
}

function mix(color: string, share: number, base: string): string {
  return `color-mix(in oklab, ${color} ${Math.round(100 * share)}%, ${base})`;
}
