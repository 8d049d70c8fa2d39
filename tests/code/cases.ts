import { experimentOf } from '../../src/experiment/legality';
import type { Experiment } from '../../src/experiment/schema';
import { holdFile } from '../support/tables';

type Settings = Readonly<Record<string, unknown>>;

const base = { samples: 120, batchSize: 32, depth: 8, width: 24, gain: 1, learningRate: 0.02 };
const regression = { loss: 'meanSquaredError' };
const half = { numberFormat: 'float16', width: 48, learningRate: 0.005 };
/** Large signals, at a rate at which they stay so: at 0.005 rounding decides the path, and the page's own backends part. */
const saturated = { gain: 3, depth: 5, learningRate: 3e-5 };
const tanh = { activation: 'tanh', initializer: 'lecunNormal' };

const dataHash = (name: Parameters<typeof holdFile>[0]) => holdFile(name).hash;

/** The experiments that scripts are run for, by name: every entry of the catalog is in force in one. */
const settings: Readonly<Record<string, Settings>> = {
  'as the page opens': {
    samples: 320,
    batchSize: 64,
    depth: 20,
    width: 64,
    gain: 1.5,
    learningRate: 0.001,
  },
  'explodes at once': { ...regression, depth: 20, width: 64, gain: 1.5, learningRate: 0.01 },
  'two spirals, tanh': { ...tanh, dataset: 'twoSpirals', noise: 0.1 },
  'circles, sigmoid': {
    dataset: 'circles',
    activation: 'sigmoid',
    initializer: 'glorotNormal',
    noise: 0.1,
  },
  'xor, linear': { dataset: 'xor', activation: 'linear', initializer: 'lecunUniform' },
  'gaussians, leaky, He uniform': {
    dataset: 'gaussians',
    activation: 'leakyRelu',
    negativeSlope: 0.2,
    initializer: 'heUniform',
  },
  'moons, ELU, full batch': {
    dataset: 'moons',
    activation: 'elu',
    batchSize: 0,
    validationSplit: 0,
  },
  'three spirals, SELU': {
    dataset: 'threeSpirals',
    activation: 'selu',
    initializer: 'lecunNormal',
  },
  'blobs, GELU': { dataset: 'blobs', activation: 'gelu', gain: 1.2 },
  'blobs as integers, standardized': {
    ...regression,
    dataset: 'blobs',
    labels: 'integer',
    standardizeTargets: true,
  },
  'own data, classes': { dataset: 'ownData', dataHash: dataHash('flowers.csv'), batchSize: 16 },
  'own data, numbers as they are': {
    ...regression,
    dataset: 'ownData',
    dataHash: dataHash('prices.csv'),
    standardizeInputs: false,
    learningRate: 1e-5,
  },
  'digits, SiLU': { dataset: 'digits', activation: 'silu', width: 64, depth: 5, noise: 0.1 },
  'digits, orthogonal, skips from the input on': {
    ...tanh,
    dataset: 'digits',
    width: 64,
    depth: 5,
    initializer: 'orthogonal',
    residual: 'inverseSqrtDepth',
  },
  'plane, targets ×3': { ...regression, dataset: 'plane', targetScale: 3, noise: 0.2 },
  'wave, Glorot uniform': { ...regression, ...tanh, dataset: 'wave', initializer: 'glorotUniform' },
  'orthogonal ×1.1': { ...tanh, initializer: 'orthogonal', gain: 1.1 },
  'normal(0.2)': { initializer: 'normal', initStd: 0.2 },
  'uniform(0.4)': { initializer: 'uniform', initLimit: 0.4 },
  'constant weights': {
    ...regression,
    dataset: 'plane',
    initializer: 'constant',
    initConstant: 0.05,
  },
  zeros: { initializer: 'zeros' },
  'one layer': { depth: 1 },
  'batch norm': { normalization: 'batch', batchSize: 31 },
  'batch norm beside skips': { normalization: 'batch', residual: 'plain', depth: 6 },
  'layer norm': { normalization: 'layer', gain: 1.5 },
  'RMS norm': { normalization: 'rms', ...tanh },
  'weight norm': { normalization: 'weight', initializer: 'glorotNormal' },
  'weight norm, tanh': { ...tanh, normalization: 'weight', depth: 5 },
  'skips 1 and 1/√2': { residual: 'inverseSqrtTwo', depth: 6, gain: 0.8, learningRate: 0.005 },
  'skips of one’s own': { ...tanh, residual: 'custom', residualSkip: 0.8, residualBranch: -0.6 },
  momentum: { optimizer: 'momentum' },
  'Nesterov, step decay': { optimizer: 'nesterov', schedule: 'step', decayEvery: 4 },
  'RMSProp, cosine': {
    optimizer: 'rmsprop',
    learningRate: 0.002,
    schedule: 'cosine',
    cosineSteps: 15,
    epsilon: 1e-4,
  },
  'Adam with decoupled decay': {
    ...tanh,
    optimizer: 'adam',
    learningRate: 0.003,
    decoupledWeightDecay: true,
    weightDecay: 0.1,
  },
  'Adam, warm-up, block updates': {
    ...tanh,
    optimizer: 'adam',
    learningRate: 0.003,
    warmUp: true,
    blockUpdates: true,
  },
  'L1 and L2, accumulated': { l1: true, l2: true, gradientAccumulation: true },
  'batch norm, accumulated': {
    normalization: 'batch',
    gradientAccumulation: true,
    microBatches: 2,
  },
  'clipped by global norm': { ...regression, gain: 1.5, depth: 12, clipByGlobalNorm: true },
  'clipped by value, centralized': { centralization: true, clipByValue: true, clipValue: 0.01 },
  'standardized gradients': { ...tanh, standardization: true, learningRate: 0.001 },
  'adaptive clipping': { adaptiveGradientClipping: true, gain: 1.4, l2: true },
  'adaptive clipping, output too': {
    adaptiveGradientClipping: true,
    agcOutput: true,
    optimizer: 'momentum',
    normalization: 'layer',
  },
  LARS: { layerwiseScaling: true, learningRate: 1, trustCoefficient: 0.003, gain: 1.5 },
  'mean magnitude': { ...tanh, meanMagnitude: true, learningRate: 0.003 },
  'float16, static scale': {
    ...tanh,
    ...half,
    lossScaling: 'static',
    residual: 'inverseSqrtDepth',
    depth: 5,
  },
  'float16, ELU': { ...half, ...saturated, activation: 'elu' },
  'float16, SELU': { ...half, ...saturated, activation: 'selu', initializer: 'lecunNormal' },
  'float16, layer norm': {
    ...tanh,
    ...half,
    normalization: 'layer',
    depth: 5,
    gradientAccumulation: true,
  },
  'float16, weight norm': { ...tanh, ...half, normalization: 'weight', depth: 5 },
  'float16, dynamic scale from too high': {
    ...tanh,
    ...half,
    depth: 5,
    lossScaling: 'dynamic',
    initialLossScale: 2 ** 24,
    lossScaleInterval: 3,
    optimizer: 'momentum',
  },
  'float16, overflows': { ...half, ...regression, width: 64, depth: 40, gain: 2 },
  'updates that are skipped': {
    activation: 'linear',
    initializer: 'lecunNormal',
    gain: 10,
    depth: 38,
    width: 64,
    learningRate: 100,
    batchSize: 1,
    optimizer: 'momentum',
    skipNonFinite: true,
    seed: 14,
  },
  'steps that are skipped': { depth: 40, gain: 10, skipNonFinite: true, optimizer: 'adam' },
};

/** An experiment and its name. */
export type Case = readonly [name: string, experiment: Experiment];

/** Every case, legal as it stands. */
export const cases: readonly Case[] = Object.entries(settings).map(([name, changes]) => {
  const { experiment, refusals } = experimentOf({ ...base, ...changes });
  if (refusals.length > 0) throw new Error(`${name}: ${JSON.stringify(refusals)}`);
  return [name, experiment];
});
