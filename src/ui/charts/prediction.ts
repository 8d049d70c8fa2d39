import type { History } from '../../history/history';
import type { Quantity } from '../../state/app';
import type { Run } from '../../state/run';
import { measuredAt, type Prediction, predictGradients } from '../../theory/prediction';

interface Kept {
  readonly began: Run['began'];
  readonly prediction: Prediction;
}

/** Predictions by the history they are anchored in: some take tens of milliseconds. */
const kept = new WeakMap<History, Kept>();

/**
 * What theory says of the run's network at step 0; null before step 0 has been measured or once it was thinned, and for a
 * network that was not built here, of which only norms are known.
 */
export function predictionOf({ history, began, backend }: Run): Prediction | null {
  if (!backend || !history?.length || history.at(0, 'step') !== 0 || history.shape.depth !== began.depth) {
    return null;
  }
  const known = kept.get(history);
  if (known?.began === began) return known.prediction;
  const prediction = predictGradients(began, measuredAt(history, 0));
  kept.set(history, { began, prediction });
  return prediction;
}

/** The prediction that stands beside a quantity: theory speaks of `‖∂L/∂h‖` only. */
export function predictionFor(run: Run, quantity: Quantity): Prediction | null {
  return quantity === 'gradH' ? predictionOf(run) : null;
}
