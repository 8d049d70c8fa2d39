import type { History } from '../../history/history';
import type { Quantity } from '../../state/app';
import type { Run } from '../../state/run';
import { measuredAt, predictActivations, predictGradients } from '../../theory/prediction';

type Began = Run['began'];

interface Kept {
  readonly began: Began;
  readonly gradients: ReturnType<typeof predictGradients>;
  readonly activations: ReturnType<typeof predictActivations>;
}

/** Predictions by the history they are anchored in: some take tens of milliseconds. */
const kept = new WeakMap<History, Kept>();

/**
 * What theory says of the run's network at step 0; null before step 0 has been measured, and for a network that was not built
 * here, of which only norms are known.
 */
export function predictionsOf({ history, began, backend, isRecorded }: Run): Kept | null {
  if (
    !backend ||
    !history?.length ||
    history.at(0, 'step') !== 0 ||
    history.shape.depth !== began.depth
  ) {
    return null;
  }
  const known = kept.get(history);
  if (!isRecorded) return known ?? null;
  if (known?.began === began) return known;
  const measured = measuredAt(history, 0);
  const found = {
    began,
    gradients: predictGradients(began, measured),
    activations: predictActivations(began, measured.inputMeanSquare),
  };
  kept.set(history, found);
  return found;
}

/** The prediction that stands beside a quantity: theory speaks of `‖∂L/∂h‖` and of the RMS of `h`. */
export function predictionFor(run: Run, quantity: Quantity) {
  if (quantity === 'gradH') return predictionsOf(run)?.gradients;
  return quantity === 'actRms' ? predictionsOf(run)?.activations : undefined;
}
