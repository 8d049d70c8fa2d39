import type { Backend } from '../../../src/experiment/backends';
import type { Rows } from '../../../src/experiment/data';
import type { Experiment } from '../../../src/experiment/schema';

/** The ways to train a network that are compared. */
export type Way = 'ours' | 'naive' | 'tape' | 'plain' | 'floor';

/** One way to train one network on a backend; `auto` is what the page would choose here. */
export interface Job {
  readonly way: Way;
  readonly backend: Backend | 'auto';
  readonly settings: Readonly<Record<string, unknown>>;
  /** Widths from input to output, where they are not the experiment's own. */
  readonly widths?: readonly number[];
  /** The learning rate of the steps after which the contenders must agree: large enough for its updates to show. */
  readonly checkedRate: number;
}

/** Contenders that take turns, each in a worker of its own. */
export interface Comparison {
  /** By name, the one that the others must agree with first. */
  readonly contenders: Readonly<Record<string, Job>>;
  /** Largest relative difference of loss and norms; null where the contenders train different networks. */
  readonly tolerance: number | null;
  readonly rounds: number;
  /** Least time of one contender in one round, in milliseconds. */
  readonly least: number;
}

/** What a comparison found, by the names of the contenders. */
export interface Result {
  /** The backend that computed. */
  readonly backend: Backend;
  /** Median milliseconds per step. */
  readonly times: Readonly<Record<string, number>>;
  /** Draw calls per step, on WebGL: what a step costs where a GPU computes. */
  readonly draws: Readonly<Record<string, number>>;
  /** Largest relative difference of loss and norms from those of the first contender. */
  readonly deviations: Readonly<Record<string, number>>;
  /** How many tensors are alive before the rounds and after them. */
  readonly tensors: Readonly<Record<string, readonly [before: number, after: number]>>;
}

/** What a contender's worker is asked, and answers. */
export type Question =
  | { readonly kind: 'open'; readonly job: Job }
  | { readonly kind: 'time'; readonly least: number }
  | { readonly kind: 'count' };

/** What a contender's worker says where it has no answer. */
export interface Failure {
  readonly failure: string;
}

/** What a contender says when it stands. */
export interface Standing {
  readonly backend: Backend;
  /** Loss and norms of the steps that are compared; empty for one that measures nothing. */
  readonly checked: readonly (readonly number[])[];
}

/** Draw calls of one step, and tensors alive after it. */
export interface Count {
  readonly draws: number;
  readonly tensors: number;
}

/** Loss before a step, and norms of every layer: of `∂L/∂W`, `∂L/∂b` and `∂L/∂h`, layer 1 first. */
export interface Measured {
  readonly loss: number;
  readonly weights: readonly number[];
  readonly biases: readonly number[];
  readonly activations: readonly number[];
}

/** A way to train the network of an experiment and to measure every layer at every step. */
export interface Contender {
  /** Takes one step on the batch and tells what was measured before it. */
  step(): Promise<Measured | null>;
  dispose(): void;
}

/** What every contender starts from: the same batch and the same weights. */
export interface Start {
  readonly experiment: Experiment;
  readonly activation: 'relu' | 'tanh';
  readonly batch: Rows;
  /** Widths from input to output. */
  readonly widths: readonly number[];
  /** `[fanIn, fanOut]` of every layer, row-major. */
  readonly weights: readonly Float32Array[];
}
