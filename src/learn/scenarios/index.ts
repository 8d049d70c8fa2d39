import type { Scenario } from '../scenario';
import { adamFreezes } from './adamFreezes';
import { adamSurvives } from './adamSurvives';
import { batchNormExplodes } from './batchNormExplodes';
import { batchNormWithSkips } from './batchNormWithSkips';
import { chaoticTanh } from './chaoticTanh';
import { clippingDoesNotLearn } from './clippingDoesNotLearn';
import { float16Overflow } from './float16Overflow';
import { gainTooLarge } from './gainTooLarge';
import { glorotVanishes } from './glorotVanishes';
import { heIsHealthy } from './heIsHealthy';
import { layerNorm } from './layerNorm';
import { leakyIsNoCure } from './leakyIsNoCure';
import { orthogonal } from './orthogonal';
import { plainSkipIsWorse } from './plainSkipIsWorse';
import { selu } from './selu';
import { sigmoidVanishes } from './sigmoidVanishes';
import { smallNormal } from './smallNormal';
import { targetScale } from './targetScale';

/** Every scenario, in the order in which they are best met. */
export const scenarios: readonly Scenario[] = [
  gainTooLarge,
  smallNormal,
  sigmoidVanishes,
  heIsHealthy,
  chaoticTanh,
  batchNormExplodes,
  batchNormWithSkips,
  clippingDoesNotLearn,
  adamSurvives,
  adamFreezes,
  float16Overflow,
  targetScale,
  orthogonal,
  selu,
  plainSkipIsWorse,
  layerNorm,
  glorotVanishes,
  leakyIsNoCure,
];
