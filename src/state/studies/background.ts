import { createStore } from 'zustand/vanilla';
import { createPacer, type Pacer } from '../../study/pacer';
import { createPool, type Pool } from '../../study/pool';
import { connect } from '../../worker/client';
import { app } from '../store/app';
import { stepsTaken } from '../store/run';

/** What a background job is doing. */
export type JobState = 'running' | 'done' | 'cancelled';

/** What is chosen of background jobs. */
export interface Background {
  /** Whether jobs go on while the page is hidden. */
  readonly goesOnHidden: boolean;
}

/** The state of what all background jobs share. */
export const background = createStore<Background>(() => ({ goesOnHidden: false }));

/** Lets jobs go on in a hidden page, or not. */
export function goOnHidden(goesOnHidden: boolean): void {
  background.setState({ goesOnHidden });
}

/** Milliseconds for which a worker is kept for the next job. */
const idle = 20_000;

/** Milliseconds between two words to the pacer. */
const interval = 50;

/** Milliseconds after a preparation in which another is likely: a slider moves. */
const settling = 300;

let pool: Pool | null = null;
let pacer: Pacer | null = null;
let preparedAt = Number.NEGATIVE_INFINITY;

/** The pool that all background jobs share. */
export function backgroundPool(): Pool {
  if (pool) return pool;
  const opened = createPool({
    size: allowed(),
    connect: (listen) => connect(listen, false),
    idle,
  });
  const limit = () => opened.limit(allowed());
  document.addEventListener('visibilitychange', limit);
  background.subscribe(limit);
  app.subscribe(({ run }, before) => {
    if (run.state === before.run.state) return;
    if (before.run.state === 'preparing') {
      preparedAt = performance.now();
      setTimeout(limit, settling);
    }
    pacer = null;
    limit();
  });
  setInterval(() => {
    if (!opened.isBusy()) pacer = null;
    else if (app.getState().run.state === 'running') limit();
  }, interval);
  pool = opened;
  return opened;
}

/**
 * How many background tasks may go on: one for every processor but the page's own. While the run on screen trains, one
 * fewer, in turns with pauses that leave it its pace; none while it is prepared, nor in a hidden page unless told
 * otherwise.
 */
function allowed(): number {
  const { run } = app.getState();
  const isHidden = document.hidden && !background.getState().goesOnHidden;
  const isPreparing = run.state === 'preparing' || performance.now() - preparedAt < settling;
  if (isHidden || isPreparing) return 0;
  const others = (navigator.hardwareConcurrency || 2) - 1;
  if (run.state !== 'running') return Math.max(1, others);
  pacer ??= createPacer();
  return pacer.hear(performance.now(), stepsTaken(run)) ? Math.max(1, others - 1) : 0;
}
