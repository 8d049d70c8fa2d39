import { excessOf } from '../../experiment/budget';
import { differences, effectOf } from '../../experiment/change';
import { amend, type Refusal } from '../../experiment/legality';
import type { Experiment } from '../../experiment/schema';
import type { Request } from '../../worker/protocol';
import { app, type LearnPart, type Quantity, type View } from '../store/app';
import { awaitNothing, withData } from '../store/ownData';
import { passHint } from '../store/preferences';
import type { PageProblem } from '../store/problems';
import {
  currentStep,
  hasEnded,
  newRun,
  type Run,
  recordedAs,
  refused,
  stepsTaken,
} from '../store/run';
import { connection } from './connection';

/** Changes settings; what is not legal is made so, shown and returned. */
export function change(settings: Readonly<Record<string, unknown>>): readonly Refusal[] {
  const { experiment, refusals } = amend(app.getState().experiment, settings);
  if ('dataset' in settings && settings.dataset !== 'ownData') awaitNothing();
  show(experiment, refusals);
  return refusals;
}

/** Changes settings and begins at step 0, also with what could have changed on the way. */
export function changeAnew(settings: Readonly<Record<string, unknown>>): void {
  const { experiment: before, run } = app.getState();
  const { experiment, refusals } = amend(before, settings);
  app.setState({ experiment, problems: refusals });
  putAside(run, before);
}

/** Puts an experiment on screen: a live change goes into the run, anything else starts a new one. */
export function show(asked: Experiment, problems: readonly PageProblem[]): void {
  const { experiment: before, run } = app.getState();
  const { experiment, missing } = withData(asked);
  const changes = differences(before, experiment);
  app.setState({ experiment, problems: [...problems, ...missing] });
  const effect = effectOf(changes);
  if (changes.length === 0 || effect === 'view') return;
  const isRecovering = run.state === 'preparing' && run.recovery !== null;
  const goesOn = run.state === 'ready' || run.state === 'running' || isRecovering;
  if (effect === 'restart' || !goesOn || stepsTaken(run) === 0) {
    putAside(run, before);
    return;
  }
  const event = { step: currentStep(run), changes, ticket: run.asked + 1 };
  const withEvent = recordedAs(run, (recording) => ({
    ...recording,
    events: [...recording.events, event],
  }));
  app.setState({ run: withEvent });
  ask((asking) => ({ type: 'amend', experiment, ...asking }));
}

/** Begins anew; a run that had taken steps can still be pinned. */
function putAside(run: Run, experiment: Experiment): void {
  const { replaced } = app.getState();
  const { recording } = run;
  const isAside = replaced?.recording.history === recording?.history;
  const isLost = recording !== null && stepsTaken(run) > 0 && !isAside;
  restart();
  app.setState({ replaced: isLost ? { recording, experiment } : replaced });
}

/** Puts an experiment on screen at step 0, as a run of its own. */
export function begin(asked: Experiment): void {
  awaitNothing();
  const { experiment, missing } = withData(asked);
  app.setState({ experiment, problems: missing });
  open('training');
  restart();
}

/** Builds the experiment anew from its seed and measures step 0. Nothing trains by itself. */
export function restart(): void {
  const { experiment, run, inspected } = app.getState();
  const next = newRun(run.id + 1, experiment, run);
  const excess = excessOf(experiment);
  app.setState({
    viewed: null,
    replaced: null,
    isReplaying: false,
    inspected: inspected && Math.min(inspected, experiment.depth),
  });
  if (excess.length > 0) {
    app.setState({ run: refused(next, excess) });
    ask((asking) => ({ type: 'pause', ...asking }));
    return;
  }
  app.setState({ run: next });
  ask((asking) => ({ type: 'configure', experiment, ...asking }));
}

/** Trains, for a number of steps or until paused. */
export function train(steps: number | null = null): void {
  const { run } = app.getState();
  if (run.state !== 'ready' && run.state !== 'preparing') return;
  const target = steps === null ? Number.POSITIVE_INFINITY : stepsTaken(run) + steps;
  app.setState({ run: { ...run, target }, replaced: null });
  passHint('run');
  ask((asking) => ({ type: 'run', steps, ...asking }));
  app.setState(({ run: asked }) =>
    asked.state === 'ready' ? { run: { ...asked, state: 'running' } } : {},
  );
}

/** Trains as `train` does; a run that has ended begins again at step 0 first. */
export function trainOn(steps: number | null = null): void {
  if (hasEnded(app.getState().run)) restart();
  train(steps);
}

/** Stops after the step that is being computed. */
export function pause(): void {
  app.setState(({ run }) => ('target' in run ? { run: { ...run, target: 0 } } : {}));
  ask((asking) => ({ type: 'pause', ...asking }));
}

/** Draws another seed, and with it other data, weights and batches. */
export function newSeed(): void {
  change({ seed: Math.floor(Math.random() * 1e6) });
}

/** Opens a view in the middle of the page. */
export function open(view: View): void {
  app.setState({ view });
}

/** Opens a part of the view in which to learn. */
export function openPart(learnPart: LearnPart): void {
  app.setState({ learnPart, claim: null, word: null });
}

/** Chooses the per-layer quantity that the charts show. */
export function chooseQuantity(quantity: Quantity): void {
  app.setState({ quantity });
}

/** Shows a step of the run in every panel; null, or a step past the newest, follows the newest. */
export function visit(step: number | null): void {
  const { run } = app.getState();
  const isNewest = step === null || step >= currentStep(run);
  app.setState({ viewed: isNewest ? null : Math.max(0, step), isReplaying: false });
}

/** Looks closely at a layer; null looks at none. */
export function inspect(layer: number | null): void {
  app.setState({ inspected: layer });
}

/** Takes the list of problems off the screen. */
export function dismissProblems(): void {
  app.setState({ problems: [] });
}

/** Keeps what made a part of the page fail, for a report. */
export function noteFault(message: string): void {
  app.setState(({ faults }) => ({ faults: [...faults, message].slice(-5) }));
}

/** Sends a request about the run on screen that the worker answers with the state it leads to. */
function ask(request: (asking: { run: number; ticket: number }) => Request): void {
  const { run } = app.getState();
  const asked = run.asked + 1;
  app.setState({ run: { ...run, asked } });
  connection.post(request({ run: run.id, ticket: asked }));
}
