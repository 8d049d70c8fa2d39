import type { Key } from '../../experiment/schema';
import type { WordId } from './ids';

/** The word of the glossary behind a setting's label, where the label is a term. */
export const wordOfSetting: Readonly<Partial<Record<Key, WordId>>> = {
  batchSize: 'batch',
  targetScale: 'loss',
  depth: 'depth',
  width: 'fanIn',
  activation: 'activation',
  initializer: 'initializer',
  gain: 'gain',
  loss: 'loss',
  optimizer: 'adam',
  learningRate: 'learningRate',
  momentum: 'momentum',
  schedule: 'learningRate',
  numberFormat: 'overflow',
  lossScaling: 'lossScaling',
  normalization: 'normalization',
  residual: 'residualConnection',
  l1: 'weightDecay',
  l2: 'weightDecay',
  gradientAccumulation: 'accumulation',
  clipByValue: 'clipping',
  clipByGlobalNorm: 'clipping',
  adaptiveGradientClipping: 'clipping',
  decoupledWeightDecay: 'weightDecay',
  warmUp: 'warmUp',
  skipNonFinite: 'nonFinite',
};
