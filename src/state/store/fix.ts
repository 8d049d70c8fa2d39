import type { Localized } from '../../base/localized';
import type { Places } from '../../diagnosis/finding';
import type { Experiment } from '../../experiment/schema';

/** The numbers by which a fix is judged; null where there is none. */
export interface FixMeasures {
  /** Growth of `‖∂L/∂h‖` per layer. */
  readonly growth: number | null;
  readonly gradient: number;
  /** The largest `‖Δθ_l‖/‖θ_l‖`. */
  readonly update: number | null;
}

/** A fix that was applied: what it was, and how things stood before and right after. */
export interface AppliedFix {
  readonly label: { readonly text: Localized; readonly places: Places };
  readonly experiment: Experiment;
  /** The experiment that the fix made; once it changes again, the fix is history. */
  readonly after: Experiment;
  /** The run that it went into, and how many changes that had had by then: none where it began anew. */
  readonly run: number;
  readonly changes: number;
  readonly before: FixMeasures;
  /** The first record that follows it; null until that has come. What comes later is training's. */
  readonly outcome: FixMeasures | null;
}
