import type { Claim } from '../claim';
import { accumulation } from './accumulation';
import { batchNormalization } from './batchNormalization';
import { blockUpdates } from './blockUpdates';
import { changeTimesRate } from './changeTimesRate';
import { clipping } from './clipping';
import { closeLabels } from './closeLabels';
import { gradientStandardization } from './gradientStandardization';
import { leakyRelu } from './leakyRelu';
import { meanMagnitude } from './meanMagnitude';
import { nanIsTheSign } from './nanIsTheSign';
import { oneHotLabels } from './oneHotLabels';
import { outputMinusInput } from './outputMinusInput';
import { smallerRate } from './smallerRate';
import { weightPenalty } from './weightPenalty';
import { wrongChainRule } from './wrongChainRule';

/** Every claim: what is said to help, what is said to be the cause, what a gradient is said to be. */
export const claims: readonly Claim[] = [
  weightPenalty,
  leakyRelu,
  batchNormalization,
  clipping,
  smallerRate,
  gradientStandardization,
  meanMagnitude,
  accumulation,
  blockUpdates,
  oneHotLabels,
  closeLabels,
  nanIsTheSign,
  wrongChainRule,
  outputMinusInput,
  changeTimesRate,
];
