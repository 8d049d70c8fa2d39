import { subscribeWithSelector } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import { defaultExperiment, type Experiment } from '../../experiment/schema';
import type { LayerMeasure } from '../../history/measures';
import type { WordId } from '../../learn/glossary/ids';
import { type Appearance, plainAppearance } from './appearance';
import type { AppliedFix } from './fix';
import type { Baseline, KeptRun } from './kept';
import type { PageProblem, StorageProblem } from './problems';
import { lastFinite, newRun, type Recording, type Records, type Run, shownRecording } from './run';

/** The per-layer quantities that the charts can show. */
export const quantities = [
  'gradH',
  'gradW',
  'gradB',
  'weight',
  'update',
  'actRms',
] as const satisfies readonly LayerMeasure[];

/** One of the per-layer quantities that the charts can show. */
export type Quantity = (typeof quantities)[number];

/** What the middle of the page shows: the run on screen, or a study of many. */
export const views = ['training', 'trials', 'map', 'log', 'learn'] as const;

/** One of the views of the page. */
export type View = (typeof views)[number];

/** The parts of the view in which to learn. */
export const learnParts = ['lessons', 'scenarios', 'claims', 'words'] as const;

/** One of the parts of the view in which to learn. */
export type LearnPart = (typeof learnParts)[number];

/** A step of a lesson: the lesson's id, and the index of the step. */
export interface LessonPlace {
  readonly id: string;
  readonly index: number;
}

/** The records of a run that had taken steps before a change made a new one, and the experiment it had come to. */
export interface Replaced {
  readonly recording: Recording;
  readonly experiment: Experiment;
}

/** Everything the page shows: the experiment (yours, in the URL), the run, and how it is looked at. */
export interface App {
  readonly experiment: Experiment;
  /** What the last change or link asked for and did not get. */
  readonly problems: readonly PageProblem[];
  /** How the link wants the page to look. */
  readonly appearance: Appearance;
  readonly run: Run;
  /** The run that the last change put aside, until training goes on or something else is opened. */
  readonly replaced: Replaced | null;
  readonly view: View;
  readonly quantity: Quantity;
  /** The step that the panels show; null follows the newest. */
  readonly viewed: number | null;
  /** Whether the recorded steps are being played, one after another. */
  readonly isReplaying: boolean;
  /** The fix applied last, while its outcome is shown. */
  readonly fix: AppliedFix | null;
  /** The layer looked at closely, 1 … depth, if any. */
  readonly inspected: number | null;
  /** The scenario whose checks are shown, by id. */
  readonly scenario: string | null;
  /** The step of a lesson that is open. */
  readonly lesson: LessonPlace | null;
  readonly learnPart: LearnPart;
  /** The claim that is open, by id. */
  readonly claim: string | null;
  /** The word that the glossary is open at. */
  readonly word: WordId | null;
  /** Runs pinned to be compared with, in the order of pinning. */
  readonly baselines: readonly Baseline[];
  /** Saved runs that are not pinned, newest first. */
  readonly shelf: readonly KeptRun[];
  /** What went wrong with the browser's storage, if anything. */
  readonly storageProblem: StorageProblem | null;
  /** What made parts of the page fail, the newest last. */
  readonly faults: readonly string[];
}

/** The page's state; actions write it, components read it. */
export const app = createStore<App>()(
  subscribeWithSelector(
    (): App => ({
      experiment: defaultExperiment,
      problems: [],
      appearance: plainAppearance,
      run: newRun(0, defaultExperiment, null),
      replaced: null,
      view: 'training',
      quantity: 'gradH',
      viewed: null,
      isReplaying: false,
      fix: null,
      inspected: null,
      scenario: null,
      lesson: null,
      learnPart: 'lessons',
      claim: null,
      word: null,
      baselines: [],
      shelf: [],
      storageProblem: null,
      faults: [],
    }),
  ),
);

/** Index of the record to show of records: the newest, or the last one up to the step viewed; −1 of none. */
export function indexIn(records: Records | null, viewed: number | null): number {
  if (!records) return -1;
  const { history } = records;
  return viewed === null ? history.length - 1 : history.indexOf(viewed);
}

/** Index of the record that the panels show. */
export function shownIndex({ run, viewed }: Pick<App, 'run' | 'viewed'>): number {
  return indexIn(shownRecording(run), viewed);
}

/**
 * Index of the record that the verdict is about: the one shown, or the one that is not finite where the last
 * before it is shown, for that is what came of it.
 */
export function judgedIndex(records: Records, viewed: number | null): number {
  const isLast = viewed !== null && viewed === lastFinite(records);
  return indexIn(records, viewed) + (isLast ? 1 : 0);
}
