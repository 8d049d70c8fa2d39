type Settings = Readonly<Record<string, unknown>>;

/** What every case starts from. */
export const base = {
  dataset: 'teacher',
  samples: 256,
  validationSplit: 0,
  batchSize: 64,
  width: 64,
  loss: 'softmaxCrossEntropy',
  optimizer: 'sgd',
  learningRate: 0.01,
  depth: 20,
  activation: 'relu',
  initializer: 'heNormal',
  gain: 1,
};
/** A tanh network in its chaotic phase. */
export const chaotic = { depth: 30, activation: 'tanh', initializer: 'lecunNormal', gain: 3 };
const mse = { loss: 'meanSquaredError' };
const sigmoid = { activation: 'sigmoid', initializer: 'glorotNormal' };
const plane = { ...mse, dataset: 'plane' };
/** Gradients that are finite, and steps that are not. */
const steep = {
  initializer: 'normal',
  initStd: 3,
  gain: 1,
  learningRate: 100,
  batchSize: 0,
  seed: 1,
};
const weightNorm = { normalization: 'weight', depth: 30, width: 128, learningRate: 1e-3 };
const accumulated = { depth: 30, gradientAccumulation: true, microBatches: 32 };
const warmUp = { warmUp: true, warmUpSteps: 300 };
const cosine = { schedule: 'cosine', cosineSteps: 60 };

/** An experiment, its verdict after some steps, and the fixes that must be offered. */
export type Case = [
  name: string,
  settings: Settings,
  steps: number,
  verdict: string,
  fixes?: string[],
];

/** A network for every verdict, and networks next to one. */
export const cases: readonly Case[] = [
  [
    'float16, ReLU He ×2',
    { ...mse, depth: 40, gain: 2, numberFormat: 'float16' },
    0,
    'forwardOverflow',
    ['suitedWeights', 'float32', 'layerNormalization'],
  ],
  ['ReLU He ×3, 100 layers', { depth: 100, gain: 3 }, 0, 'forwardOverflow'],
  ['ReLU He ×2, 75 layers', { ...mse, depth: 75, gain: 2 }, 0, 'forwardOverflow'],
  ['base A', { ...mse, gain: 1.5 }, 3, 'forwardOverflow', ['suitedWeights']],
  ['learning rate 100', { depth: 10, learningRate: 100 }, 5, 'forwardOverflow', ['slowerRate']],
  [
    'tanh N(0, 3²), 100 layers',
    { ...chaotic, ...mse, initializer: 'normal', initStd: 3, depth: 100, gain: 1 },
    0,
    'backwardOverflow',
  ],
  [
    'float16, loss scale 2²⁴',
    { depth: 10, numberFormat: 'float16', lossScaling: 'static', lossScale: 2 ** 24 },
    0,
    'backwardOverflow',
    ['unscaledLoss'],
  ],
  [
    'rate 100, linear ×10',
    {
      activation: 'linear',
      initializer: 'lecunNormal',
      gain: 10,
      depth: 38,
      learningRate: 100,
      batchSize: 1,
      seed: 1,
    },
    0,
    'updateOverflow',
  ],
  [
    'Adam, He ×2',
    { ...mse, depth: 40, gain: 2, optimizer: 'adam', learningRate: 1e-3 },
    2,
    'squareOverflow',
  ],
  ['zeros', { initializer: 'zeros' }, 0, 'zeroGradients', ['drawnWeights']],
  ['zeros, weight norm', { initializer: 'zeros', normalization: 'weight' }, 0, 'zeroByZero'],
  ['all dead', { initializer: 'constant', initConstant: -0.1 }, 0, 'zeroGradients'],
  ['sigmoid ×0.3, 100 layers', { ...sigmoid, depth: 100, gain: 0.3 }, 0, 'zeroGradients'],
  [
    'float16, small weights',
    { gain: 0.68, numberFormat: 'float16', depth: 40, seed: 1 },
    0,
    'zeroGradients',
    ['scaledLoss'],
  ],
  ['float16, sigmoid', { ...sigmoid, numberFormat: 'float16' }, 0, 'zeroGradients', ['float32']],
  ['Adam, sigmoid', { ...sigmoid, optimizer: 'adam', learningRate: 1e-3 }, 2, 'belowEpsilon'],
  [
    'Adam, N(0, 0.05²)',
    { depth: 30, initializer: 'normal', initStd: 0.05, optimizer: 'adam', learningRate: 1e-3 },
    2,
    'belowEpsilon',
  ],
  [
    'base A, cross-entropy',
    { gain: 1.5 },
    0,
    'exploding',
    ['suitedWeights', 'layerNormalization', 'scaledSkips'],
  ],
  ['base A, Adam', { gain: 1.5, optimizer: 'adam', learningRate: 1e-3 }, 5, 'exploding'],
  ['base B', chaotic, 5, 'exploding', ['suitedWeights', 'layerNormalization', 'scaledSkips']],
  ['chaotic tanh, 60 layers', { ...chaotic, depth: 60 }, 0, 'exploding'],
  [
    'batch norm, 50 layers',
    { depth: 50, normalization: 'batch' },
    0,
    'exploding',
    ['skipsBesideNormalization', 'layerNormalization'],
  ],
  ['plain skips', { depth: 30, residual: 'plain' }, 0, 'exploding', ['scaledSkips']],
  [
    'plain skips, mean squared error',
    { ...mse, depth: 30, residual: 'plain' },
    0,
    'exploding',
    ['withoutSkips'],
  ],
  ['Leaky ReLU ×1.5', { activation: 'leakyRelu', negativeSlope: 0.2, gain: 1.5 }, 0, 'exploding'],
  ['GELU He ×1.5, 30 layers', { activation: 'gelu', gain: 1.5, depth: 30 }, 0, 'exploding'],
  ['SELU He ×1.5, 30 layers', { activation: 'selu', gain: 1.5, depth: 30 }, 0, 'exploding'],
  [
    'tanh, layer norm, 80 layers',
    { activation: 'tanh', normalization: 'layer', depth: 80 },
    0,
    'exploding',
  ],
  ['constant weights', { initializer: 'constant', initConstant: 0.1 }, 0, 'exploding'],
  ['ReLU Glorot', { depth: 30, initializer: 'glorotNormal' }, 0, 'vanishing', ['suitedWeights']],
  ['sigmoid Glorot', { ...sigmoid, depth: 10 }, 0, 'vanishing', ['batchNormalization', 'relu']],
  ['tanh ×0.5', { activation: 'tanh', initializer: 'lecunNormal', gain: 0.5 }, 0, 'vanishing'],
  ['SiLU He', { activation: 'silu', depth: 50 }, 0, 'vanishing'],
  ['sigmoid, layer norm', { ...sigmoid, normalization: 'layer' }, 0, 'vanishing'],
  [
    'batch norm over two samples',
    { depth: 10, normalization: 'batch', batchSize: 2, seed: 1 },
    0,
    'vanishing',
    ['layerNormalization', 'rmsNormalization'],
  ],
  [
    'batch norm, micro-batches of two',
    { ...accumulated, normalization: 'batch', seed: 1 },
    0,
    'exploding',
    ['layerNormalization'],
  ],
  ['batch norm over three samples', { normalization: 'batch', batchSize: 3 }, 0, 'exploding'],
  ['learning rate 3', { depth: 10, learningRate: 3 }, 0, 'stepTooLarge', ['slowerRate']],
  [
    'targets ×1000',
    { ...plane, depth: 10, targetScale: 1000, learningRate: 0.003 },
    0,
    'stepTooLarge',
    ['soundTargets', 'slowerRate', 'clipByGlobalNorm'],
  ],
  [
    'Adam, learning rate 0.3',
    { depth: 10, optimizer: 'adam', learningRate: 0.3 },
    0,
    'stepTooLarge',
    ['slowerRate'],
  ],
  ['learning rate 1e-7', { learningRate: 1e-7 }, 0, 'notMoving', ['fasterRate', 'adam']],
  ['learning rate 1e-5', { depth: 10, learningRate: 1e-5 }, 0, 'fair', ['fasterRate']],
  ['warm-up', { depth: 10, learningRate: 0.003, ...warmUp }, 0, 'fair'],
  ['warm-up, plane', { ...plane, depth: 10, learningRate: 1e-4, ...warmUp }, 0, 'notMoving'],
  [
    'warm-up to a learning rate of 1e-7',
    { depth: 10, learningRate: 1e-7, ...warmUp },
    0,
    'notMoving',
    ['fasterRate', 'adam'],
  ],
  ['cosine near its end', { depth: 10, ...cosine }, 58, 'fair'],
  ['cosine at its end', { depth: 10, ...cosine }, 60, 'notMoving', ['steadyRate']],
  ['ReLU He', { depth: 10, learningRate: 0.001 }, 0, 'healthy'],
  ['ReLU He, later', { depth: 10, learningRate: 0.001 }, 20, 'healthy'],
  [
    'tanh orthogonal ×1.05',
    { depth: 30, activation: 'tanh', initializer: 'orthogonal', gain: 1.05, learningRate: 0.01 },
    0,
    'healthy',
  ],
  [
    'layer norm on He ×1.5',
    { gain: 1.5, normalization: 'layer', learningRate: 0.003 },
    0,
    'healthy',
  ],
  ['Adam, learning rate 1e-3', { depth: 10, optimizer: 'adam', learningRate: 1e-3 }, 5, 'healthy'],
  ['1 and 1/√L', { residual: 'inverseSqrtDepth', learningRate: 3e-4 }, 0, 'healthy'],
  ['depth 2', { depth: 2 }, 0, 'healthy'],
  ['weight norm, linear', { ...weightNorm, activation: 'linear' }, 0, 'healthy'],
  ['weight norm, tanh', { ...weightNorm, activation: 'tanh' }, 0, 'healthy'],
  ['weight norm, SELU', { ...weightNorm, activation: 'selu' }, 0, 'healthy'],
  ['weight norm, ReLU', weightNorm, 0, 'healthy'],
  ['weight norm, GELU', { ...weightNorm, activation: 'gelu', depth: 20 }, 0, 'healthy'],
];

/** Experiments whose learning rate is not yet full, and the step by which it is. */
export const risings: readonly [name: string, settings: Settings, full: number][] = [
  ['1e-7', { depth: 10, learningRate: 1e-7, ...warmUp }, 310],
  ['two spirals, 1e-3', { dataset: 'twoSpirals', learningRate: 1e-3, ...warmUp }, 310],
  ['momentum, 1e-4', { depth: 10, optimizer: 'momentum', learningRate: 1e-4, ...warmUp }, 310],
  ['Adam, 1e-7', { depth: 10, optimizer: 'adam', learningRate: 1e-7, ...warmUp }, 310],
  ['3', { depth: 10, learningRate: 3, warmUp: true, warmUpSteps: 20 }, 30],
];

/** What stands beside the verdict after some steps, and what must not. */
export type Beside = [
  name: string,
  settings: Settings,
  steps: number,
  said: string[],
  unsaid: string[],
];

const clip = { clipByGlobalNorm: true, clipNorm: 1 };

/** A network for every companion, and networks next to one. */
export const besides: readonly Beside[] = [
  ['base A, clipped', { ...mse, gain: 1.5, ...clip }, 20, ['clippingActive'], ['skippedSteps']],
  [
    'a clip out of reach',
    { depth: 10, clipByGlobalNorm: true, clipNorm: 1e3 },
    5,
    [],
    ['clippingActive'],
  ],
  ['sigmoid at chance', { ...sigmoid, depth: 10 }, 110, ['flatLoss'], ['saturatedUnits']],
  ['base B at chance', { ...chaotic, ...mse }, 300, ['flatLoss', 'saturatedUnits'], []],
  [
    'ReLU He learns',
    { depth: 10, learningRate: 0.05 },
    110,
    [],
    ['flatLoss', 'deadUnits', 'clippingActive'],
  ],
  ['ReLU He has learned', { depth: 5, learningRate: 0.1 }, 400, [], ['flatLoss', 'deadUnits']],
  ['all dead', { initializer: 'constant', initConstant: -0.1 }, 0, ['deadUnits'], []],
  ['steps too long kill units', { depth: 10, learningRate: 1 }, 30, ['deadUnits'], []],
  ['ReLU He, 30 layers', { depth: 30 }, 0, [], ['deadUnits', 'saturatedUnits']],
  ['tanh', { activation: 'tanh', initializer: 'lecunNormal' }, 5, [], ['saturatedUnits']],
  ['skipping', { depth: 100, gain: 3, skipNonFinite: true }, 12, ['skippedSteps'], ['flatLoss']],
  [
    'skipping updates that overflow',
    { ...chaotic, ...mse, ...steep, depth: 77, skipNonFinite: true },
    12,
    ['skippedSteps'],
    ['flatLoss'],
  ],
  [
    'a loss scale on its way down',
    { depth: 10, numberFormat: 'float16', lossScaling: 'dynamic', initialLossScale: 2 ** 24 },
    12,
    [],
    ['skippedSteps'],
  ],
  ['depth 2', { depth: 2 }, 0, ['shallow'], []],
];
