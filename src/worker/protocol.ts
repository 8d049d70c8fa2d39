import type { Table } from '../catalog/datasets/tables';
import type { Checkpoint } from '../engine/weights';
import type { Backend, BackendReason } from '../experiment/backends';
import type { Experiment } from '../experiment/schema';
import type { Inspection } from '../history/inspection';
import type { NonFinite } from '../history/measures';
import type { Outcome } from '../history/outcome';
import type { RecordShape } from '../history/record';

/** The backend a run computes on. */
export interface BackendReport {
  readonly backend: Backend;
  /** Whether it computes on a graphics processor. */
  readonly accelerated: boolean;
  /** Why this backend: chosen, pinned, or what kept the pinned one away. */
  readonly reason: BackendReason;
}

/** The step to train to without being asked again, and the settings that come into force on the way. */
export interface Replay {
  /** Where to begin; null at step 0. */
  readonly from: Checkpoint | null;
  readonly to: number;
  readonly amendments: readonly { readonly step: number; readonly experiment: Experiment }[];
}

/** What a run is doing. Records exist from `ready` on. */
export type RunState = 'preparing' | 'ready' | 'running' | 'nonFinite';

/**
 * From the page to the worker. `run` numbers the runs; whatever names an older one is ignored.
 * `ticket` numbers what asks for an answer: the state that a run is in afterwards.
 */
export type Request =
  | {
      readonly type: 'open';
      /** Whether WebGL drawn by the processor counts as WebGL: for tests on machines without a GPU. */
      readonly softwareWebgl: boolean;
    }
  | {
      /** A table that experiments to come are trained on; it comes before the first of them. */
      readonly type: 'table';
      readonly table: Table;
    }
  | ({
      readonly type: 'configure';
      readonly experiment: Experiment;
      /** Leads the run to where it was before its worker was lost. */
      readonly replay?: Replay;
    } & Asking)
  | ({ readonly type: 'amend'; readonly experiment: Experiment } & Asking)
  | ({ readonly type: 'run'; readonly steps: number | null } & Asking)
  | ({ readonly type: 'pause' } & Asking)
  | { readonly type: 'acknowledge'; readonly run: number }
  | {
      /** Whether trials pause where they are. */
      readonly type: 'hold';
      readonly held: boolean;
    }
  | {
      /** Asks for what needs the weights of a step; of many, the last one wins. */
      readonly type: 'inspect';
      readonly run: number;
      /** Null for the present step. */
      readonly step: number | null;
      /** The layer to look at closely, if any. */
      readonly layer: number | null;
      /** Whether to compute the norms of all weights. */
      readonly withNorms: boolean;
    }
  | {
      /** Asks for a whole training of its own, without its records. */
      readonly type: 'try';
      readonly run: number;
      readonly experiment: Experiment;
      readonly steps: number;
    };

interface Asking {
  readonly run: number;
  readonly ticket: number;
}

/** From the worker to the page. */
export type Report =
  | {
      readonly type: 'prepared';
      readonly run: number;
      readonly backend: BackendReport;
      readonly shape: RecordShape;
    }
  | {
      readonly type: 'records';
      readonly run: number;
      readonly shape: RecordShape;
      /** Rows of this shape, transferred; to be acknowledged. */
      readonly rows: Float64Array;
      /** Steps per second over the last stretch; 0 when not running. */
      readonly pace: number;
    }
  | {
      readonly type: 'state';
      readonly run: number;
      /** The latest request that this state answers. */
      readonly ticket: number;
      readonly state: RunState;
      readonly nonFinite: NonFinite | null;
    }
  | {
      /** The step from which the settings of a request, and of those before it, are in force. */
      readonly type: 'amended';
      readonly run: number;
      readonly ticket: number;
      readonly step: number;
    }
  | {
      /** Weights that a new worker could go on from. */
      readonly type: 'checkpoint';
      readonly run: number;
      readonly checkpoint: Checkpoint;
    }
  | {
      readonly type: 'inspected';
      readonly run: number;
      readonly step: number;
      readonly layer: number | null;
      /** Null where the step is too long ago. */
      readonly inspection: Inspection | null;
    }
  | {
      readonly type: 'tried';
      readonly run: number;
      readonly outcome: Outcome;
      /** Milliseconds per step, the median over turns; NaN before the first. */
      readonly pace: number;
    }
  | {
      /** A sign of life in the middle of a long computation. */
      readonly type: 'alive';
      readonly run: number;
    }
  | { readonly type: 'failed'; readonly run: number; readonly message: string };

/** The worker's end of the line to a page. */
export interface Port {
  post(report: Report, transfer?: readonly ArrayBuffer[]): void;
}
