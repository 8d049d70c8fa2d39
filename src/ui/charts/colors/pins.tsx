import type { Baseline } from '../../../state/store/kept';

/** How a pinned run is drawn in every chart: a color and a dash that no other has. */
export interface PinStyle {
  readonly color: string;
  readonly dash: string;
}

const dashes = ['7 3', '2 3', '9 3 2 3', '4 2'] as const;

/** The style of a pinned run. */
export function pinStyle({ mark }: Baseline): PinStyle {
  return { color: `var(--pin-${mark})`, dash: dashes[mark] ?? dashes[0] };
}

/** The pinned runs by color, dash and name. */
export function PinKeys({ baselines }: { readonly baselines: readonly Baseline[] }) {
  return baselines.map((baseline) => (
    <span key={baseline.id} className="pin-key">
      <PinKey baseline={baseline} /> <span title={baseline.name}>{baseline.name}</span>
    </span>
  ));
}

/** A short stretch of a pinned run's line. */
export function PinKey({ baseline }: { readonly baseline: Baseline }) {
  const { color, dash } = pinStyle(baseline);
  return (
    <svg width="24" height="8" aria-hidden="true">
      <path d="M0 4h24" stroke={color} strokeWidth="2" strokeDasharray={dash} />
    </svg>
  );
}
