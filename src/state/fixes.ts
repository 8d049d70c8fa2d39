import { layersUpTo } from '../base/layers';
import type { Localized } from '../base/localized';
import type { Fix, Places } from '../diagnosis/finding';
import type { Experiment } from '../experiment/schema';
import { growthAt } from '../history/growth';
import type { History } from '../history/history';
import { change, restart, show } from './actions';
import { app, shownIndex } from './app';

/** The numbers by which a fix is judged. */
export interface Measures {
  /** Growth of `‖∂L/∂h‖` per layer; NaN below depth 3. */
  readonly growth: number;
  readonly gradient: number;
  /** The largest `‖Δθ_l‖/‖θ_l‖`. */
  readonly update: number;
}

/** A fix that was applied: what it was, and how things stood before. */
export interface AppliedFix {
  readonly label: { readonly text: Localized; readonly places: Places };
  readonly experiment: Experiment;
  /** The experiment that the fix made; once it changes again, the fix is history. */
  readonly after: Experiment;
  readonly before: Measures;
}

/** Changes the experiment as a fix says, from step 0 if only that helps, and remembers how things stood. */
export function applyFix({ label, places, changes, restarts }: Fix): void {
  const state = app.getState();
  const { history } = state.run;
  if (!history) return;
  const before = measuresAt(history, shownIndex(state));
  const { experiment } = state;
  change(changes);
  if (restarts) restart();
  app.setState({
    fix: { label: { text: label, places }, experiment, after: app.getState().experiment, before },
  });
}

/** Puts the experiment back as it was before the fix. */
export function undoFix(): void {
  const { fix } = app.getState();
  app.setState({ fix: null });
  if (fix) show(fix.experiment, []);
}

/** The numbers by which a fix is judged, at a record. */
export function measuresAt(history: History, index: number): Measures {
  const layers = layersUpTo(history.shape.depth);
  return {
    growth: growthAt(history, index)?.perLayer ?? Number.NaN,
    gradient: history.at(index, 'gradNorm'),
    update: Math.max(...layers.map((layer) => history.layerAt(index, 'update', layer))),
  };
}
