import type { Fields, Values } from '../../base/field';
import type { RandomStream } from '../../base/random';
import type { Entry } from '../entry';

/** What a network learns from a dataset: one of `classes`, or `outputs` real numbers. */
export type Task =
  | { readonly kind: 'classification'; readonly classes: number }
  | { readonly kind: 'regression'; readonly outputs: number };

/** Samples as drawn: features, and a class index or a real target for each. */
export interface Samples {
  /** `[samples, inputs]`, row-major. */
  readonly features: Float32Array;
  /** Class indices `[samples]` for classification, `[samples, outputs]` for regression. */
  readonly targets: Float32Array;
}

/** The settings every dataset is drawn with. */
export interface Draw {
  readonly samples: number;
  /** Standard deviation of the noise; 0 draws the clean shape. What it disturbs is the dataset's own. */
  readonly noise: number;
  /** How many of the samples are trained on: the first ones. */
  readonly training: number;
}

/** What a dataset offers a network: its task, its number of features, how many samples there are. */
export interface Offer {
  readonly task: Task;
  readonly inputs: number;
  readonly samples: number;
}

/** A dataset: the same stream gives the same samples. */
export interface Dataset<Id extends string = string, F extends Fields = Fields>
  extends Entry<Id, F> {
  readonly task: Task;
  /** Number of features, the fan-in of the first layer. */
  readonly inputs: number;
  /** What is offered where it depends on what was loaded, and not on the settings; null before anything is. */
  loaded?(settings: Values<F>): Offer | null;
  /** Draws samples in random order, classes balanced as far as the count allows. */
  draw(stream: RandomStream, draw: Draw & Values<F>): Samples;
}

/** Declares a dataset, keeping the types of its id and fields. */
export function dataset<const Id extends string, const F extends Fields>(
  entry: Dataset<Id, F>,
): Dataset<Id, F> {
  return entry;
}
