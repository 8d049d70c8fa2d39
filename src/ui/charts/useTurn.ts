import { createContext, use, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { inspect, visit } from '../../state/actions';
import { type App, app, shownIndex } from '../../state/app';
import type { Run } from '../../state/run';
import { createTurns, type Wish } from './turns';

const turns = createTurns({
  now: () => performance.now(),
  onNextFrame: (work) => requestAnimationFrame(work),
  isBusy: () => app.getState().run.state === 'running',
});

app.subscribe((state, before) => {
  const isSame =
    state.quantity === before.quantity &&
    state.viewed === before.viewed &&
    state.inspected === before.inspected &&
    state.fix === before.fix &&
    state.baselines === before.baselines &&
    state.scenario === before.scenario &&
    state.lesson === before.lesson &&
    state.experiment === before.experiment;
  if (isSame && state.run === before.run) return;
  turns.request({ isOfWeights: isSame && isSameButForWeights(state.run, before.run) });
});

/** Whether nothing of a run changed but what its weights told. */
function isSameButForWeights(run: Run, before: Run): boolean {
  const keys = Object.keys(run) as (keyof Run)[];
  return keys.every((key) => key === 'inspection' || run[key] === before[key]);
}

/** What a chart draws: the page's state, and the index of the record that is shown. */
export interface Drawn extends App {
  readonly index: number;
}

/** A run from elsewhere that charts show in place of the one on screen: its layers have names, its weights are not here. */
export interface OtherRun extends Drawn {
  /** Layer 1 first; '' where a layer has only its number. */
  readonly names: readonly string[];
  visit(step: number): void;
}

/** The run from elsewhere, if charts below show one. */
export const OtherRun = createContext<OtherRun | null>(null);

/** What a chart leads to: a step of the run, and a close look at a layer where its weights are here. */
export function useWays(): {
  readonly viewed: number | null;
  visit(step: number): void;
  readonly inspect: ((layer: number) => void) | null;
} {
  const other = use(OtherRun);
  const viewed = useStore(app, (state) => state.viewed);
  return other ? { ...other, inspect: null } : { viewed, visit, inspect };
}

/** The page's state as of this chart's last turn; the component renders again at its next one. */
export function useTurn({ isFirst = false, showsWeights = false }: Wish = {}): Drawn {
  const other = use(OtherRun);
  const [drawn, draw] = useState(() => app.getState());
  useEffect(() => {
    const wish = { isFirst, showsWeights };
    return turns.join(() => flushSync(() => draw(app.getState())), wish);
  }, [isFirst, showsWeights]);
  return other ?? { ...drawn, index: shownIndex(drawn) };
}
