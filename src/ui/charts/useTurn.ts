import { useEffect, useState } from 'react';
import { type App, app } from '../../state/app';
import { createTurns } from './turns';

const turns = createTurns({
  now: () => performance.now(),
  onNextFrame: (work) => requestAnimationFrame(work),
  isBusy: () => app.getState().run.state === 'running',
});

app.subscribe((state, before) => {
  if (state.run !== before.run || state.quantity !== before.quantity) turns.request();
});

/** The page's state as of this chart's last turn; the component renders again at its next one. */
export function useTurn(): App {
  const [drawn, draw] = useState(() => app.getState());
  useEffect(() => turns.join(() => draw(app.getState())), []);
  return drawn;
}
