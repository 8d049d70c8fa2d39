import type { Experiment } from '../../experiment/schema';
import type { History } from '../../history/history';
import type { NonFinite } from '../../history/measures';
import type { RunEvent } from './run';

/** A run that is kept as it was when it was pinned. */
export interface KeptRun {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  /** The experiment as it was at step 0. */
  readonly experiment: Experiment;
  readonly history: History;
  readonly nonFinite: NonFinite | null;
  readonly events: readonly RunEvent[];
}

/** A kept run that every chart shows beside the run on screen. */
export interface Baseline extends KeptRun {
  /** 0 … 3: its color and dash, which no other pinned run has. */
  readonly mark: number;
}
