import type { Localized } from '../base/localized';
import { once } from '../base/once';
import { experimentOf } from '../experiment/legality';
import type { Experiment } from '../experiment/schema';
import type { Check } from './checks';

/** The panels of the page that a step can point at. */
export const places = ['settings', 'norms', 'learning', 'mechanism', 'reading'] as const;

/** One of the panels that a step can point at. */
export type Place = (typeof places)[number];

/** A question to be answered before the run that answers it. */
export interface Prediction {
  readonly question: Localized;
  readonly options: readonly Localized[];
  /** Index of the option that comes true. */
  readonly answer: number;
}

/** One step of a lesson: an experiment, what to look at, and why it comes out as it does. */
export interface LessonStep {
  readonly title: Localized;
  /** What to know before. */
  readonly text: Localized;
  readonly experiment: Experiment;
  /** Training steps after which every check has its answer; 0 if the initial weights tell. */
  readonly steps: number;
  readonly look: Place;
  /** What to choose before the run; null where there is nothing to guess. */
  readonly prediction: Prediction | null;
  readonly checks: readonly Check[];
  /** Why it came out so, said once every check has its answer. */
  readonly explanation: Localized;
  /** An experiment that meets the checks, where it is up to the reader to find one; else null. */
  readonly solution: Experiment | null;
}

/** A walk through a few experiments with one idea. */
export interface Lesson {
  readonly id: string;
  readonly title: Localized;
  /** One sentence: what it is about. */
  readonly about: Localized;
  readonly steps: readonly LessonStep[];
}

type Settings = Readonly<Partial<Experiment>>;

interface DeclaredStep
  extends Omit<LessonStep, 'experiment' | 'steps' | 'prediction' | 'solution'> {
  /** What differs from the lesson's settings. */
  readonly settings?: Settings;
  readonly steps?: number;
  readonly prediction?: Prediction;
  /** What to change to meet the checks, where the reader is to find it. */
  readonly solution?: Settings;
}

interface DeclaredLesson extends Omit<Lesson, 'steps'> {
  /** What all steps have in common, in which they differ from the default experiment. */
  readonly settings: Settings;
  readonly steps: readonly DeclaredStep[];
}

/** Declares a lesson by its settings and those of its steps; asking for an experiment throws if they are not legal. */
export function lesson({ settings, steps, ...rest }: DeclaredLesson): Lesson {
  const legal = (own: Settings): Experiment => {
    const { experiment, refusals } = experimentOf({ ...settings, ...own });
    if (refusals.length > 0) throw new RangeError(`${rest.id}: its settings are not legal.`);
    return experiment;
  };
  return {
    ...rest,
    steps: steps.map(({ settings: own = {}, solution: change, ...step }) => {
      const experiment = once(() => legal(own));
      const solution = once(() => (change ? legal({ ...own, ...change }) : null));
      return {
        steps: 0,
        prediction: null,
        ...step,
        get experiment() {
          return experiment();
        },
        get solution() {
          return solution();
        },
      };
    }),
  };
}

/** The experiment with which a step begins: where there is something to guess, that of the step before. */
export function startOf({ steps }: Lesson, index: number): Experiment | undefined {
  const step = steps[index];
  return step?.prediction ? (steps[index - 1] ?? step).experiment : step?.experiment;
}
