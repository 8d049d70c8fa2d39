import { layersUpTo } from '../../base/layers';
import type { Fix } from '../../diagnosis/finding';
import { growthAt } from '../../history/growth';
import type { History } from '../../history/history';
import { absent } from '../../history/measures';
import { app, shownIndex } from '../store/app';
import type { AppliedFix, FixMeasures } from '../store/fix';
import { eventsOf, isIdle, type Run, shownRecording } from '../store/run';
import { change, changeAnew, show } from './actions';

/** Changes the experiment as a fix says, from step 0 if only that helps, and remembers how things stood. */
export function applyFix({ label, places, changes, restarts }: Fix): void {
  const state = app.getState();
  const recording = shownRecording(state.run);
  if (!recording) return;
  const before = measuresAt(recording.history, shownIndex(state));
  const { experiment } = state;
  if (restarts) changeAnew(changes);
  else change(changes);
  const { run, experiment: after } = app.getState();
  app.setState({
    fix: {
      label: { text: label, places },
      experiment,
      after,
      run: run.id,
      changes: eventsOf(run).length,
      before,
      outcome: null,
    },
  });
}

/** Puts the experiment back as it was before the fix. */
export function undoFix(): void {
  const { fix } = app.getState();
  app.setState({ fix: null });
  if (fix) show(fix.experiment, []);
}

/** Notes the outcome of every fix as soon as it has been measured. */
export function judgeFixes(): void {
  app.subscribe(({ fix, run }) => {
    const outcome = fix && !fix.outcome ? outcomeOf(fix, run) : null;
    if (fix && outcome) app.setState({ fix: { ...fix, outcome } });
  });
}

/** The numbers of the first record that follows a fix; null before it has come. */
export function outcomeOf(fix: Pick<AppliedFix, 'run' | 'changes'>, run: Run): FixMeasures | null {
  if (run.id !== fix.run || !run.recording) return null;
  const { history, events } = run.recording;
  const event = events[fix.changes - 1];
  const index = event ? history.indexOf(event.step) : 0;
  const isMeasuredAgain = index < history.length - 1 || isIdle(run);
  const isAnswered = !event || (event.ticket === undefined && isMeasuredAgain);
  return isAnswered ? measuresAt(history, index) : null;
}

function measuresAt(history: History, index: number): FixMeasures {
  const growth = growthAt(history, index)?.perLayer ?? Number.NaN;
  const updates = layersUpTo(history.shape.depth)
    .map((layer) => history.layerAt(index, 'update', layer))
    .filter((update) => update !== absent);
  return {
    growth: Number.isNaN(growth) ? null : growth,
    gradient: history.at(index, 'gradNorm'),
    update: updates.length > 0 ? Math.max(...updates) : null,
  };
}
