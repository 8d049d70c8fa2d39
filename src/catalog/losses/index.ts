import { meanSquaredError } from './meanSquaredError';
import { softmaxCrossEntropy } from './softmaxCrossEntropy';

/** Every loss, in the order people choose from. */
export const losses = [meanSquaredError, softmaxCrossEntropy] as const;
