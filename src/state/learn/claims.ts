import { createStore } from 'zustand/vanilla';
import type { Claim, Outcomes } from '../../learn/claim';
import type { Tried } from '../../study/pool';
import { inBackground } from '../../study/trials';
import { app } from '../store/app';
import { backgroundPool, type JobState } from '../studies/background';

/** How the runs of a claim went, by their id: an outcome, or the error that kept it from one. */
export interface ClaimTest {
  readonly results: Readonly<Partial<Record<string, Tried | Error>>>;
  readonly state: JobState;
}

/** The claims that were tested, by id. */
export const claimTests = createStore<Readonly<Partial<Record<string, ClaimTest>>>>(() => ({}));

const jobs = new Map<string, AbortController>();

/** Closes the claim that is open. */
export function closeClaim(): void {
  app.setState({ claim: null });
}

/** Trains every run of a claim in the background; each result is there as soon as it is known. */
export async function testClaim({ id, runs }: Claim): Promise<void> {
  jobs.get(id)?.abort();
  const job = new AbortController();
  jobs.set(id, job);
  claimTests.setState({ [id]: { results: {}, state: 'running' } });
  const update = (change: (test: ClaimTest) => Partial<ClaimTest>) =>
    claimTests.setState(({ [id]: test }) =>
      test && jobs.get(id) === job ? { [id]: { ...test, ...change(test) } } : {},
    );
  try {
    await Promise.all(
      runs.map(async ({ id: run, experiment, steps }) => {
        const task = { experiment: inBackground(experiment), steps };
        const result = await backgroundPool()
          .run(task, job.signal)
          .catch((error: unknown) => {
            job.signal.throwIfAborted();
            return error instanceof Error ? error : new Error(String(error));
          });
        update(({ results }) => ({ results: { ...results, [run]: result } }));
      }),
    );
    update(() => ({ state: 'done' }));
  } catch {
    update(() => ({ state: 'cancelled' }));
  }
}

/** Calls the runs of a claim off; what is known stays. */
export function cancelClaim(id: string): void {
  jobs.get(id)?.abort();
}

/** The outcomes that are known. */
export function outcomesOf(test: ClaimTest | undefined): Outcomes {
  const known = Object.entries(test?.results ?? {}).flatMap(([id, result]) =>
    result && !(result instanceof Error) ? [[id, result.outcome] as const] : [],
  );
  return Object.fromEntries(known);
}
