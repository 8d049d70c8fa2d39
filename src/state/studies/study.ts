import { createStore } from 'zustand/vanilla';
import type { Tried } from '../../study/pool';
import { isWhole, rowsOf, runTrials, type TrialPlan, type TrialRow } from '../../study/trials';
import { backgroundPool, type JobState } from './background';

/** The experiment tried with each safeguard. */
export interface Trials {
  readonly plan: TrialPlan;
  readonly rows: readonly TrialRow[];
  /** `cancelled` also where trainings were lost, so that they can be tried again. */
  readonly state: JobState;
}

/** What is studied in the background, beside the run on screen. */
export interface Study {
  /** The last trials asked for. */
  readonly trials: Trials | null;
}

/** The state of trials. */
export const study = createStore<Study>(() => ({ trials: null }));

let trialsJob = new AbortController();

/** Tries every safeguard on an experiment; trials under way are called off. */
export function startTrials(plan: TrialPlan): void {
  trialsJob.abort();
  study.setState({ trials: { plan, rows: rowsOf(plan), state: 'running' } });
  void work();
}

/** Goes on with trials that were called off, and tries again what was lost. */
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
    finish(isWhole(study.getState().trials?.rows ?? []) ? 'done' : 'cancelled');
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
