import { createStore } from 'zustand/vanilla';
import type { LinkProblem } from '../experiment/link';
import { defaultExperiment, type Experiment } from '../experiment/schema';
import type { LayerMeasure } from '../history/measures';
import { newRun, type Run } from './run';

/** The per-layer quantities that the charts can show. */
export const quantities = [
  'gradH',
  'gradW',
  'gradB',
  'weight',
  'update',
] as const satisfies readonly LayerMeasure[];

/** One of the per-layer quantities that the charts can show. */
export type Quantity = (typeof quantities)[number];

/** Everything the page shows: the experiment (yours, in the URL), the run, and how it is looked at. */
export interface App {
  readonly experiment: Experiment;
  /** What the last change or link asked for and did not get. */
  readonly problems: readonly LinkProblem[];
  readonly run: Run;
  readonly quantity: Quantity;
}

/** The page's state; actions write it, components read it. */
export const app = createStore<App>(() => ({
  experiment: defaultExperiment,
  problems: [],
  run: newRun(0, defaultExperiment, null),
  quantity: 'gradH',
}));
