import { batchNormalization } from './batchNormalization';
import { layerNormalization } from './layerNormalization';
import { none } from './none';
import { rmsNormalization } from './rmsNormalization';
import { weightNormalization } from './weightNormalization';

/** Every normalization, in the order people choose from; one at a time. */
export const normalizations = [
  none,
  batchNormalization,
  layerNormalization,
  rmsNormalization,
  weightNormalization,
] as const;
