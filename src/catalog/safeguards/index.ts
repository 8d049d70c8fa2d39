import { clipByGlobalNorm } from './clipByGlobalNorm';
import { l2 } from './l2';

/** Every safeguard with a switch of its own, in the order of the pipeline. */
export const safeguards = [l2, clipByGlobalNorm] as const;
