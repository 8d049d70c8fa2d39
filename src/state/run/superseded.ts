import type { History } from '../../history/history';
import { type App, app } from '../store/app';
import { shownRecording } from '../store/run';

/** Milliseconds in which every chart has drawn the run that took a superseded one's place. */
const grace = 1000;

/**
 * Empties the history of a run that the page cannot come back to. React and recharts keep for long what they drew last,
 * and with it every record.
 */
export function releaseSuperseded(): void {
  const left = new Set<History>();

  function release(): void {
    const kept = historiesOf(app.getState());
    for (const history of left) if (!kept.has(history)) history.release();
    left.clear();
  }

  app.subscribe((state, before) => {
    if (state.run === before.run && state.replaced === before.replaced) return;
    const kept = historiesOf(state);
    const leaving = [...historiesOf(before)].filter((history) => !kept.has(history));
    if (left.size === 0 && leaving.length > 0) setTimeout(release, grace);
    for (const history of leaving) left.add(history);
  });
}

/** The histories of the runs that the page shows or can come back to; those that are pinned are copies. */
function historiesOf({ run, replaced }: App): ReadonlySet<History> {
  const recordings = [shownRecording(run), replaced?.recording];
  return new Set(recordings.flatMap((one) => one?.history ?? []));
}
