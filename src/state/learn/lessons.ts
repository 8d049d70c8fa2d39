import type { Experiment } from '../../experiment/schema';
import type { Finding } from '../../learn/checks';
import { type Lesson, type LessonStep, startOf } from '../../learn/lesson';
import { lessons } from '../../learn/lessons';
import { begin, train } from '../run/actions';
import { type App, app, type LessonPlace } from '../store/app';
import { progress, recordStep } from '../store/progress';
import { eventsOf, stepsTaken } from '../store/run';
import { isSame } from './scenarios';

/** A step of a lesson, with what it is part of. */
export interface OpenStep extends LessonPlace {
  readonly lesson: Lesson;
  readonly step: LessonStep;
}

/** The step of a place, if there is one. */
export function stepAt(place: LessonPlace | null): OpenStep | undefined {
  const lesson = lessons.find(({ id }) => id === place?.id);
  const step = lesson?.steps[place?.index ?? 0];
  return place && lesson && step ? { ...place, lesson, step } : undefined;
}

/** The place that a link names as `depth.3`, counted from 1, or `depth` for the first step. */
export function placeOf(text: string): LessonPlace | undefined {
  const [, id = '', number = '1'] = /^(\w+)(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  const place = { id, index: Number(number) - 1 };
  return stepAt(place) && place;
}

/** A place as a link names it. */
export function nameOf({ id, index }: LessonPlace): string {
  return `${id}.${index + 1}`;
}

/** Opens a step: the experiment it begins with on screen from step 0. */
export function openStep(place: LessonPlace): void {
  const found = stepAt(place);
  const start = found && startOf(found.lesson, place.index);
  if (!start) return;
  app.setState({ lesson: place, scenario: null });
  begin(here(start));
}

/** Takes a lesson off the screen; its experiment stays, and so does what was done in it. */
export function leaveLesson(): void {
  app.setState({ lesson: null });
}

/** Predicts an outcome of a step. */
export function predict(place: LessonPlace, choice: number): void {
  recordStep(nameOf(place), { choice });
}

/** Trains as far as the checks of a step look: its own experiment, or where any may meet them, the one on screen. */
export function runStep({ step }: OpenStep): void {
  const { experiment, run } = app.getState();
  const isFresh =
    eventsOf(run).length === 0 && (run.state === 'ready' || run.state === 'preparing');
  const isIts = step.solution !== null || isSame(step.experiment, experiment);
  if (!isIts) begin(here(step.experiment));
  else if (!isFresh) begin(experiment);
  const ahead = step.steps - stepsTaken(app.getState().run);
  if (ahead > 0) train(ahead);
}

/** Shows one way to meet the checks of a step. */
export function solve({ step }: OpenStep): void {
  if (!step.solution) return;
  begin(here(step.solution));
  if (step.steps > 0) train(step.steps);
}

type OnScreen = Pick<App, 'experiment' | 'run'>;

/** How the experiment on screen stands to a step: its own, the one it begins with, or another. */
export function standing({ lesson, index, step }: OpenStep, { experiment, run }: OnScreen) {
  if (step.solution || (isSame(step.experiment, experiment) && eventsOf(run).length === 0)) {
    return 'own';
  }
  const start = startOf(lesson, index);
  return start && isSame(start, experiment) && eventsOf(run).length === 0 ? 'start' : 'other';
}

/** What every check of a step found; nothing while another experiment is on screen or nothing is measured. */
export function findingsOf(open: OpenStep, state: OnScreen): readonly (Finding | null)[] {
  const { recording } = state.run;
  const isMeasured = recording && state.run.state !== 'preparing';
  if (!isMeasured || standing(open, state) !== 'own') return open.step.checks.map(() => null);
  return open.step.checks.map((check) => check.read(recording));
}

/** Whether a step is answered: every check is, and holds where meeting them is up to the reader. */
export function isAnswered({ step }: OpenStep, findings: readonly (Finding | null)[]): boolean {
  return findings.every((found) => found && (step.solution === null || found.holds));
}

/** Notes every step that is answered while the page is open. */
export function keepProgress(): void {
  app.subscribe((state) => {
    const open = stepAt(state.lesson);
    if (!open || progress.getState()[nameOf(open)]?.isDone) return;
    if (isAnswered(open, findingsOf(open, state))) recordStep(nameOf(open), { isDone: true });
  });
}

/** An experiment on the backend that is in use here. */
function here(experiment: Experiment): Experiment {
  return { ...experiment, backend: app.getState().experiment.backend };
}
