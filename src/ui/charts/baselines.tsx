import type { History } from '../../history/history';
import { absent, type StepMeasure } from '../../history/measures';
import type { Baseline } from '../../state/baselines';
import { type Trace, type TraceSpec, trace } from './trace';

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

/** A line of a pinned run, beside those of the run on screen, whose records it is read at by their step. */
export function pinnedTrace(
  baseline: Baseline,
  shown: History,
  { id, ...spec }: Pick<TraceSpec, 'id' | 'label' | 'labeled'>,
  value: (history: History, index: number) => number,
): Trace {
  const { history } = baseline;
  const last = history.at(history.length - 1, 'step');
  const own = trace(history, {
    ...spec,
    id: `${baseline.id} ${id}`,
    width: 1.4,
    ...pinStyle(baseline),
    value: (index) => value(history, index),
  });
  return {
    ...own,
    value(index) {
      const step = shown.at(index, 'step');
      return step > last ? absent : value(history, history.indexOf(step));
    },
  };
}

/** The lines of a measure of every pinned run, named by the runs. */
export function pinnedTraces(
  baselines: readonly Baseline[],
  shown: History,
  measure: StepMeasure,
): readonly Trace[] {
  return baselines.map((baseline) =>
    pinnedTrace(
      baseline,
      shown,
      { id: measure, label: baseline.name, labeled: true },
      (history, index) => history.at(index, measure),
    ),
  );
}

/** The pinned runs by color, dash and name. */
export function PinKeys({ baselines }: { readonly baselines: readonly Baseline[] }) {
  return baselines.map((baseline) => (
    <span key={baseline.id} className="pin-key">
      <PinKey baseline={baseline} /> {baseline.name}
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
