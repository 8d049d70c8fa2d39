import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { shallow } from 'zustand/shallow';
import { type App, app } from '../../../state/store/app';
import { createDrawingTurns } from './drawingTurns';

const turns = createDrawingTurns({
  now: () => performance.now(),
  onNextFrame: (work) => requestAnimationFrame(work),
  isBusy: () => app.getState().run.state === 'running',
});

/**
 * A part of the page's state as of the component's last turn, which comes after that part has changed. `select` is the
 * same function each time.
 */
export function useStateInTurn<Part extends object>(
  select: (state: App) => Part,
  { isFirst = false }: { readonly isFirst?: boolean } = {},
): Part {
  const [drawn, draw] = useState(() => select(app.getState()));
  useEffect(() => {
    const seat = turns.join(() => flushSync(() => draw(select(app.getState()))), isFirst);
    const unsubscribe = app.subscribe(select, seat.request, { equalityFn: shallow });
    return () => {
      unsubscribe();
      seat.leave();
    };
  }, [select, isFirst]);
  return drawn;
}
