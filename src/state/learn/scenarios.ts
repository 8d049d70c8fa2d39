import { differences } from '../../experiment/change';
import type { Experiment } from '../../experiment/schema';
import type { Scenario } from '../../learn/scenario';
import { scenarios } from '../../learn/scenarios';
import { begin, train } from '../run/actions';
import { app } from '../store/app';
import { stepsTaken } from '../store/run';

/** The scenario of an id, if there is one. */
export function scenarioOf(id: string | null | undefined): Scenario | undefined {
  return scenarios.find((one) => one.id === id);
}

/** Opens a scenario: its experiment on screen from step 0, its checks beside it. */
export function openScenario({ id, experiment }: Scenario): void {
  app.setState({ scenario: id, lesson: null });
  begin(experiment);
}

/** Takes the checks of a scenario away; its experiment stays. */
export function leaveScenario(): void {
  app.setState({ scenario: null });
}

/** Trains as far as a scenario's checks look. */
export function runScenario({ steps }: Scenario): void {
  const ahead = steps - stepsTaken(app.getState().run);
  if (ahead > 0) train(ahead);
}

/** Whether two experiments are the same; which backend computes them does not matter. */
export function isSame(one: Experiment, other: Experiment): boolean {
  return differences(one, other).every(({ key }) => key === 'backend');
}
