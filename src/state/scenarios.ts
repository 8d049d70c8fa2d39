import { differences } from '../experiment/change';
import type { Experiment } from '../experiment/schema';
import type { Scenario } from '../learn/scenario';
import { scenarios } from '../learn/scenarios';
import { open, show, train } from './actions';
import { app } from './app';
import { currentStep } from './run';

/** The scenario of an id, if there is one. */
export function scenarioOf(id: string | null | undefined): Scenario | undefined {
  return scenarios.find((one) => one.id === id);
}

/** Opens a scenario: its experiment on screen, its checks beside it. */
export function openScenario({ id, experiment }: Scenario): void {
  app.setState({ scenario: id });
  show(experiment, []);
  open('training');
}

/** Takes the checks of a scenario away; its experiment stays. */
export function leaveScenario(): void {
  app.setState({ scenario: null });
}

/** Trains as far as a scenario's checks look. */
export function runScenario({ steps }: Scenario): void {
  const ahead = steps - currentStep(app.getState().run);
  if (ahead > 0) train(ahead);
}

/** Whether an experiment is that of a scenario; which backend computes it does not matter. */
export function isOf(scenario: Scenario, experiment: Experiment): boolean {
  return differences(scenario.experiment, experiment).every(({ key }) => key === 'backend');
}
