import { adaptiveGradientClipping } from './adaptiveGradientClipping';
import { blockUpdates } from './blockUpdates';
import { centralization } from './centralization';
import { clipByGlobalNorm } from './clipByGlobalNorm';
import { clipByValue } from './clipByValue';
import { decoupledWeightDecay } from './decoupledWeightDecay';
import { gradientAccumulation } from './gradientAccumulation';
import { l1 } from './l1';
import { l2 } from './l2';
import { layerwiseScaling } from './layerwiseScaling';
import { meanMagnitude } from './meanMagnitude';
import { skipNonFinite } from './skipNonFinite';
import { standardization } from './standardization';
import { warmUp } from './warmUp';

/** Every safeguard with a switch of its own, in the order of the pipeline. */
export const safeguards = [
  l1,
  l2,
  gradientAccumulation,
  centralization,
  standardization,
  clipByValue,
  clipByGlobalNorm,
  adaptiveGradientClipping,
  layerwiseScaling,
  meanMagnitude,
  warmUp,
  decoupledWeightDecay,
  blockUpdates,
  skipNonFinite,
] as const;
