import type { Localized } from '../../base/localized';
import type { RandomStream } from '../../base/random';
import type { Source } from '../entry';
import { initializer } from './initializer';

/** An initializer that holds the variance of a signal by scaling weights with the layer's size. */
export interface VarianceScaling<Id extends string> {
  readonly id: Id;
  readonly name: Localized;
  readonly summary: Localized;
  readonly source: Source;
  readonly formula: string;
  readonly distribution: 'normal' | 'uniform';
  /** Variance of one weight. */
  variance(fanIn: number, fanOut: number): number;
}

/** Declares a variance-scaling initializer; normal and uniform forms have the same variance. */
export function varianceScaling<const Id extends string>({
  variance,
  distribution,
  ...entry
}: VarianceScaling<Id>) {
  const one = distribution === 'normal' ? normal : uniform;
  return initializer({
    ...entry,
    fields: {},
    variance,
    draw(stream, fanIn, fanOut) {
      const deviation = Math.sqrt(variance(fanIn, fanOut));
      return Float64Array.from({ length: fanIn * fanOut }, () => deviation * one(stream));
    },
  });
}

const normal = (stream: RandomStream) => stream.normal();

/** Uniform with unit variance: within ±√3. */
const uniform = (stream: RandomStream) => Math.sqrt(3) * (2 * stream.uniform() - 1);
