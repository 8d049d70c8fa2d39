import { batchNormalization } from './batchNormalization';
import { none } from './none';

/** Every normalization, in the order people choose from; one at a time. */
export const normalizations = [none, batchNormalization] as const;
