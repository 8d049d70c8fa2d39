import type { Rows } from '../../../src/experiment/data';
import type { Experiment } from '../../../src/experiment/schema';

/** What one run of the bench measures: a size, on a backend, with an optimizer. */
export interface Job {
  readonly backend: 'cpu' | 'wasm' | 'webgl';
  readonly settings: Readonly<Record<string, unknown>>;
  /** Widths from input to output, where they are not the experiment's own. */
  readonly widths?: readonly number[];
  /** Rounds in which the contenders take turns. */
  readonly rounds: number;
  /** Least time of one contender in one round, in milliseconds. */
  readonly least: number;
}

/** Median milliseconds per step of each contender, or why there is none. */
export interface Result {
  readonly times: Readonly<Record<string, number>>;
  /** Draw calls per step of each contender, on WebGL: what a step costs where a GPU computes. */
  readonly draws: Readonly<Record<string, number>>;
  /** Largest relative difference of each contender's loss and norms from this engine's. */
  readonly deviations: Readonly<Record<string, number>>;
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
