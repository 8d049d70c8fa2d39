import { useEffect, useState } from 'react';
import { type App, app, shownIndex } from '../../state/app';
import { createTurns } from './turns';

const turns = createTurns({
  now: () => performance.now(),
  onNextFrame: (work) => requestAnimationFrame(work),
  isBusy: () => app.getState().run.state === 'running',
});

app.subscribe((state, before) => {
  const isSame =
    state.run === before.run &&
    state.quantity === before.quantity &&
    state.viewed === before.viewed &&
    state.inspected === before.inspected &&
    state.fix === before.fix &&
    state.baselines === before.baselines &&
    state.scenario === before.scenario &&
    state.lesson === before.lesson &&
    state.experiment === before.experiment;
  if (!isSame) turns.request();
});

/** What a chart draws: the page's state, and the index of the record that is shown. */
export interface Drawn extends App {
  readonly index: number;
}

/** The page's state as of this chart's last turn; the component renders again at its next one. */
export function useTurn(): Drawn {
  const [drawn, draw] = useState(() => app.getState());
  useEffect(() => turns.join(() => draw(app.getState())), []);
  return { ...drawn, index: shownIndex(drawn) };
}
