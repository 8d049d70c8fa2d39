import { createStore } from 'zustand/vanilla';
import { createPool, type Pool, type Tried } from '../study/pool';
import { rowsOf, runTrials, type TrialPlan, type TrialRow } from '../study/trials';
import { connect } from '../worker/client';
import { app } from './app';

/** What a background job is doing. */
export type JobState = 'running' | 'done' | 'cancelled';

/** The experiment tried with each safeguard. */
export interface Trials {
  readonly plan: TrialPlan;
  readonly rows: readonly TrialRow[];
  readonly state: JobState;
}

/** What is studied in the background, beside the run on screen. */
export interface Study {
  /** The last trials asked for. */
  readonly trials: Trials | null;
  /** Whether jobs go on while the page is hidden. */
  readonly goesOnHidden: boolean;
}

/** The state of background jobs. */
export const study = createStore<Study>(() => ({ trials: null, goesOnHidden: false }));

/** Milliseconds for which a worker is kept for the next job. */
const idle = 20_000;

let pool: Pool | null = null;
let trialsJob = new AbortController();

/** The pool that all background jobs share. */
export function backgroundPool(): Pool {
  if (pool) return pool;
  pool = createPool({
    size: allowed(),
    connect: (listen) => connect(listen, false),
    idle,
  });
  const limit = () => pool?.limit(allowed());
  document.addEventListener('visibilitychange', limit);
  study.subscribe(limit);
  app.subscribe(({ run }, before) => {
    if (run.state !== before.run.state) limit();
  });
  return pool;
}

/**
 * How many background tasks may be under way: one for every processor but the page's own, one fewer while
 * the run on screen trains, so that it is not slowed down, and none in a hidden page unless told otherwise.
 */
function allowed(): number {
  if (document.hidden && !study.getState().goesOnHidden) return 0;
  const others = navigator.hardwareConcurrency - 1;
  return app.getState().run.state === 'running' ? Math.max(0, others - 1) : Math.max(1, others);
}

/** Lets jobs go on in a hidden page, or not. */
export function goOnHidden(goesOnHidden: boolean): void {
  study.setState({ goesOnHidden });
}

/** Tries every safeguard on an experiment; trials under way are called off. */
export function startTrials(plan: TrialPlan): void {
  trialsJob.abort();
  study.setState({ trials: { plan, rows: rowsOf(plan), state: 'running' } });
  void work();
}

/** Goes on with trials that were called off. */
export function resumeTrials(): void {
  const { trials } = study.getState();
  if (!trials || trials.state === 'running') return;
  study.setState({ trials: { ...trials, state: 'running' } });
  void work();
}

/** Calls trials off; what is known stays. */
export function cancelTrials(): void {
  trialsJob.abort();
}

async function work(): Promise<void> {
  const { trials } = study.getState();
  if (!trials) return;
  trialsJob = new AbortController();
  const { signal } = trialsJob;
  const { plan, rows } = trials;
  const finish = (state: JobState) =>
    study.setState(({ trials: now }) => (now?.plan === plan ? { trials: { ...now, state } } : {}));
  try {
    await runTrials(backgroundPool(), plan, rows, signal, (row, seed, result) => {
      if (study.getState().trials?.plan === plan) record(row, seed, result);
    });
    finish('done');
  } catch {
    finish('cancelled');
  }
}

function record(row: number, seed: number, result: Tried | Error): void {
  study.setState(({ trials }) =>
    trials
      ? {
          trials: {
            ...trials,
            rows: trials.rows.map((known, index) =>
              index === row ? { ...known, results: known.results.with(seed, result) } : known,
            ),
          },
        }
      : {},
  );
}
