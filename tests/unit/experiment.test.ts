import { describe, expect, it } from 'vitest';
import { budget, costOf, excessOf } from '../../src/experiment/budget';
import { differences, effectOf } from '../../src/experiment/change';
import {
  batchRows,
  batchSizeOf,
  makeBatch,
  makeData,
  stepsPerEpoch,
} from '../../src/experiment/data';
import { amend, experimentOf } from '../../src/experiment/legality';
import { isRelevant, safeguardsOn } from '../../src/experiment/relevance';
import { defaultExperiment } from '../../src/experiment/schema';
import { initialWeights, widthsOf } from '../../src/experiment/weights';

const settingsOf = (settings: Readonly<Record<string, unknown>>) =>
  experimentOf(settings).experiment;

describe('the defaults of version 1', () => {
  it('are frozen, so that old links keep their meaning', () => {
    expect(defaultExperiment).toMatchObject({
      dataset: 'teacher',
      dataHash: 0,
      standardizeInputs: true,
      samples: 320,
      noise: 0,
      labels: 'oneHot',
      standardizeTargets: false,
      targetScale: 1,
      validationSplit: 0.2,
      batchSize: 64,
      depth: 20,
      width: 64,
      activation: 'relu',
      negativeSlope: 0.01,
      initializer: 'heNormal',
      initStd: 0.05,
      initLimit: 0.1,
      initConstant: 0.1,
      gain: 1.5,
      loss: 'softmaxCrossEntropy',
      optimizer: 'sgd',
      learningRate: 0.001,
      momentum: 0.9,
      rho: 0.9,
      epsilon: 1e-7,
      beta1: 0.9,
      beta2: 0.999,
      schedule: 'constant',
      decayFactor: 0.5,
      decayEvery: 100,
      cosineSteps: 300,
      numberFormat: 'float32',
      lossScaling: 'none',
      lossScale: 1024,
      initialLossScale: 65536,
      lossScaleInterval: 200,
      normalization: 'none',
      normEpsilon: 0.00001,
      runningMomentum: 0.9,
      residual: 'none',
      residualSkip: 1,
      residualBranch: 1,
      l1: false,
      l1Strength: 0.0001,
      l2: false,
      l2Strength: 0.0001,
      gradientAccumulation: false,
      microBatches: 4,
      centralization: false,
      standardization: false,
      clipByValue: false,
      clipValue: 0.1,
      clipByGlobalNorm: false,
      clipNorm: 1,
      adaptiveGradientClipping: false,
      agcRatio: 0.01,
      agcOutput: false,
      layerwiseScaling: false,
      trustCoefficient: 0.01,
      meanMagnitude: false,
      decoupledWeightDecay: false,
      weightDecay: 0.01,
      blockUpdates: false,
      warmUp: false,
      warmUpSteps: 30,
      skipNonFinite: false,
      seed: 1,
      backend: 'auto',
      validationInterval: 10,
    });
  });
});

describe('amending an experiment', () => {
  it('keeps a setting whose new value cannot be read, and says so', () => {
    const { experiment, refusals } = amend(settingsOf({ depth: 7 }), { depth: 'deep', width: 3 });
    expect(experiment).toMatchObject({ depth: 7, width: 3 });
    expect(refusals).toEqual([
      { key: 'depth', asked: 'deep', taken: 7, problem: { kind: 'unreadable' } },
    ]);
  });

  it('gives batch normalization two samples at least, and explains', () => {
    const { experiment, refusals } = experimentOf({ normalization: 'batch', batchSize: 1 });
    expect(experiment.batchSize).toBe(2);
    expect(refusals.map(({ problem }) => problem.kind)).toEqual(['conflict']);
  });

  it('splits a batch evenly', () => {
    const splitOf = (settings: Readonly<Record<string, unknown>>) =>
      settingsOf({ gradientAccumulation: true, ...settings }).microBatches;
    expect(splitOf({ batchSize: 64, microBatches: 5 })).toBe(4);
    expect(splitOf({ batchSize: 7, microBatches: 5 })).toBe(1);
    expect(splitOf({ batchSize: 8, microBatches: 8, normalization: 'batch' })).toBe(4);
  });

  it('does not let two safeguards scale one layer', () => {
    const all = { layerwiseScaling: true, meanMagnitude: true, standardization: true };
    const { experiment, refusals } = experimentOf(all);
    expect(experiment).toMatchObject({ meanMagnitude: false, standardization: false });
    expect(refusals).toHaveLength(2);
  });

  it('does not clip by a global norm what is scaled layer by layer', () => {
    for (const scaling of ['layerwiseScaling', 'meanMagnitude']) {
      const both = experimentOf({ clipByGlobalNorm: true, [scaling]: true });
      expect(both.experiment).toMatchObject({ clipByGlobalNorm: false, [scaling]: true });
      expect(both.refusals).toHaveLength(1);
      const single = experimentOf({ clipByValue: true, [scaling]: true });
      expect(single.refusals).toEqual([]);
    }
  });

  it('never reaches a prototype', () => {
    const hostile = JSON.parse('{"__proto__": {"depth": 3}, "constructor": 1}');
    const { experiment } = experimentOf(hostile);
    expect(experiment).toEqual(defaultExperiment);
    expect(({} as Record<string, unknown>).depth).toBeUndefined();
  });
});

describe('a change', () => {
  it('has the strongest effect of its parts', () => {
    const effect = (settings: Readonly<Record<string, unknown>>) =>
      effectOf(differences(defaultExperiment, settingsOf(settings)));
    expect(effect({})).toBe('view');
    expect(effect({ learningRate: 1 })).toBe('live');
    expect(effect({ clipByGlobalNorm: true, learningRate: 1 })).toBe('live');
    expect(effect({ learningRate: 1, depth: 3 })).toBe('restart');
  });
});

describe('relevance', () => {
  it('follows what is chosen', () => {
    const leaky = settingsOf({ activation: 'leakyRelu' });
    expect(isRelevant(defaultExperiment, 'negativeSlope')).toBe(false);
    expect(isRelevant(leaky, 'negativeSlope')).toBe(true);
    expect(isRelevant(defaultExperiment, 'targetScale')).toBe(false);
    expect(isRelevant(settingsOf({ dataset: 'wave' }), 'targetScale')).toBe(true);
    expect(isRelevant(settingsOf({ clipByGlobalNorm: true }), 'clipNorm')).toBe(true);
    expect(isRelevant(settingsOf({ optimizer: 'nesterov' }), 'momentum')).toBe(true);
    expect(isRelevant(defaultExperiment, 'depth')).toBe(true);
  });

  it('counts as a safeguard only what stands with the safeguards and has an effect', () => {
    const on = (settings: Readonly<Record<string, unknown>>) =>
      safeguardsOn(settingsOf(settings)).map(({ key }) => key);
    expect(on({})).toEqual([]);
    expect(on({ schedule: 'cosine', lossScaling: 'constant' })).toEqual([]);
    expect(on({ numberFormat: 'float16', lossScaling: 'dynamic' })).toEqual([]);
    expect(on({ normalization: 'layer', residual: 'plain', clipByGlobalNorm: true })).toEqual([
      'normalization',
      'residual',
      'clipByGlobalNorm',
    ]);
  });
});

describe('data', () => {
  it('are split, one-hot, and batched without repeating a row in an epoch', () => {
    const experiment = settingsOf({ samples: 50, batchSize: 7, validationSplit: 0.2 });
    const { training, validation, outputs } = makeData(experiment);
    expect([training.count, validation.count]).toEqual([40, 10]);
    expect(stepsPerEpoch(experiment)).toBe(5);
    const seen = new Set<string>();
    for (let step = 0; step < 5; step++) {
      const batch = makeBatch(experiment, training, step);
      for (let row = 0; row < batch.count; row++) {
        seen.add(String(batch.features.slice(row * 16, row * 16 + 16)));
        const target = batch.targets.slice(row * outputs, (row + 1) * outputs);
        expect([...target].sort()).toEqual([0, 0, 1]);
      }
    }
    expect(seen.size).toBe(35);
    expect(makeBatch(experiment, training, 5)).not.toEqual(makeBatch(experiment, training, 0));
  });

  it('are drawn once for what does not concern them, and anew for what does', () => {
    const experiment = settingsOf({ samples: 50, dataset: 'digits', loss: 'meanSquaredError' });
    const data = makeData(experiment);
    const others = { gain: 2, depth: 7, batchSize: 9, learningRate: 0.1, width: 8 };
    expect(makeData({ ...experiment, ...others })).toBe(data);
    for (const own of [
      { seed: 2 },
      { samples: 51 },
      { noise: 0.5 },
      { validationSplit: 0.4 },
      { labels: 'integer' as const },
      { labels: 'integer' as const, targetScale: 2 },
      { labels: 'integer' as const, standardizeTargets: true },
      { dataset: 'moons' as const },
    ]) {
      expect(makeData({ ...experiment, ...own })).not.toEqual(data);
    }
    expect(makeData(experiment)).toEqual(data);
  });

  it('are batched in the order of the seed and the epoch, whichever was asked for before', () => {
    const one = settingsOf({ samples: 50, batchSize: 7 });
    const other = { ...one, seed: 2 };
    const inTurn = [0, 1, 5, 6].map((step) => [...batchRows(one, step)]);
    const mixed = [6, 5, 1, 0].map((step) => {
      const rows = [...batchRows(one, step)];
      expect(rows).not.toEqual([...batchRows(other, step)]);
      return rows;
    });
    expect(mixed.toReversed()).toEqual(inTurn);
    expect(batchRows(one, 5).buffer).toBe(batchRows(one, 6).buffer);
  });

  it('take the whole training set as a full batch', () => {
    expect(batchSizeOf(settingsOf({ samples: 50, batchSize: 0 }))).toBe(40);
    expect(batchSizeOf(settingsOf({ samples: 50, batchSize: 1000 }))).toBe(40);
  });

  it('take class numbers as targets where labels are integers', () => {
    const settings = { dataset: 'digits', labels: 'integer', loss: 'meanSquaredError' };
    const { task, outputs, training } = makeData(settingsOf(settings));
    expect([task.kind, outputs]).toEqual(['regression', 1]);
    expect(new Set(training.targets)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    expect(widthsOf(settingsOf(settings)).at(-1)).toBe(1);
  });

  it('tell the class behind a target, also where targets are standardized and scaled', () => {
    const settings = { dataset: 'digits', labels: 'integer', loss: 'meanSquaredError' };
    const plain = makeData(settingsOf(settings)).training.targets;
    const { labels, training } = makeData(
      settingsOf({ ...settings, standardizeTargets: true, targetScale: 7 }),
    );
    expect(labels?.count).toBe(10);
    expect([...training.targets].map((target) => labels?.classOf(target))).toEqual([...plain]);
    expect(makeData(settingsOf({ dataset: 'digits' })).labels).toBeNull();
    expect(makeData(settingsOf({ dataset: 'plane', loss: 'meanSquaredError' })).labels).toBeNull();
  });

  it('standardize the targets over the training set', () => {
    const wave = { dataset: 'digits', labels: 'integer', loss: 'meanSquaredError' };
    const { training } = makeData(settingsOf({ ...wave, standardizeTargets: true }));
    const mean = training.targets.reduce((sum, y) => sum + y, 0) / training.count;
    const square = training.targets.reduce((sum, y) => sum + y * y, 0) / training.count;
    expect(mean).toBeCloseTo(0, 5);
    expect(square).toBeCloseTo(1, 5);
  });

  it('scale the targets of a regression', () => {
    const plain = makeData(settingsOf({ dataset: 'wave', loss: 'meanSquaredError' }));
    const scaled = makeData(
      settingsOf({ dataset: 'wave', loss: 'meanSquaredError', targetScale: 1000 }),
    );
    expect(scaled.training.features).toEqual(plain.training.features);
    plain.training.targets.forEach((target, index) => {
      expect(scaled.training.targets[index]).toBeCloseTo(1000 * target, 2);
    });
  });
});

describe('weights', () => {
  it('of a layer do not depend on the depth, and scale with the gain', () => {
    const shallow = initialWeights(settingsOf({ depth: 4, gain: 1 }), 2, 64, 64);
    const deep = initialWeights(settingsOf({ depth: 40, gain: 2 }), 2, 64, 64);
    expect([...deep]).toEqual([...shallow].map((weight) => 2 * weight));
    expect(widthsOf(settingsOf({ depth: 3, width: 5 }))).toEqual([16, 5, 5, 3]);
  });
});

describe('the budget', () => {
  it('allows the largest network people come for, and refuses what would freeze a machine', () => {
    const large = { depth: 100, width: 256, samples: 2000 };
    expect(excessOf(settingsOf({ ...large, batchSize: 256 }))).toEqual([]);
    const excess = excessOf(settingsOf({ ...large, batchSize: 1024 }));
    expect(excess.map(({ measure }) => measure)).toContain('bytes');
    expect(costOf(settingsOf(large)).parameters).toBeLessThan(budget.parameters);
    const slow = excessOf(settingsOf({ ...large, batchSize: 256, backend: 'cpu' }));
    expect(slow.map(({ measure }) => measure)).toEqual(['work']);
  });
});
