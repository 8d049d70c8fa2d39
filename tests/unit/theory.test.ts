import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/base/random';
import { activations } from '../../src/catalog/activations';
import { initializers } from '../../src/catalog/initializers';
import { experimentOf } from '../../src/experiment/legality';
import type { Experiment } from '../../src/experiment/schema';
import { createHistory } from '../../src/history/history';
import { emptyRecord, layerColumn, recordShape } from '../../src/history/record';
import { measuredAt, type PredictedGradients, predictGradients } from '../../src/theory/prediction';
import { type LayerTheory, propagate } from '../../src/theory/propagation';
import { anyExperiment } from '../support/experiments';
import { at } from '../support/numbers';

interface Golden {
  readonly predictions: {
    readonly cases: readonly {
      readonly name: string;
      readonly config: {
        readonly act: string;
        readonly init: string;
        readonly gain?: number;
        readonly norm?: string;
        readonly res?: readonly [number, number];
        readonly widths: readonly number[];
      };
      readonly q: readonly number[];
      readonly m: readonly number[];
      readonly G: readonly number[];
    }[];
  };
}

const golden = JSON.parse(await readFile('tests/reference/golden.json', 'utf8')) as Golden;

type Settings = Readonly<Record<string, unknown>>;

/** A legal experiment that is taken as it was asked for. */
function legal(settings: Settings): Experiment {
  const { experiment, refusals } = experimentOf({
    samples: 256,
    validationSplit: 0,
    batchSize: 64,
    gain: 1,
    normEpsilon: 1e-8,
    ...settings,
  });
  expect(refusals).toEqual([]);
  return experiment;
}

const measured = { inputMeanSquare: 1, lastGradient: 0.01 };

function predicted(settings: Settings): PredictedGradients {
  const prediction = predictGradients(legal(settings), measured);
  if ('reason' in prediction) throw new Error(prediction.reason.en);
  return prediction;
}

function expectClose(actual: number, wanted: number, tolerance = 1e-6): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
}

const growthOf = ({ growth }: LayerTheory) => growth;

const inits: Record<string, string> = {
  he: 'heNormal',
  glorot: 'glorotNormal',
  lecun: 'lecunNormal',
};
const norms: Record<string, string> = { ln: 'layer', bn: 'batch' };

describe('propagation', () => {
  it.each(golden.predictions.cases)('of $name is the reference’s', ({ config, q, m, G }) => {
    const { act, init, gain = 1, norm = 'none', res, widths } = config;
    const experiment = legal({
      activation: act,
      initializer: inits[init],
      gain,
      normalization: norms[norm] ?? norm,
      residual: res ? 'plain' : 'none',
    });
    const batch = norm === 'bn' ? 62 / 61 : 1;
    const skip = res ? 1 : 0;
    const layers = propagate(experiment, 1, undefined, widths);
    expect(layers).toHaveLength(widths.length - 2);
    layers.forEach(({ variance, meanSquare, growth }, index) => {
      expectClose(variance, at(q, index + 1));
      expectClose(meanSquare, at(m, index + 1));
      expectClose((growth - skip) / batch + skip, at(G, index + 1));
    });
  });

  it.each([
    ['relu', 1, 1.467],
    ['leakyRelu', 1, 1.244],
    ['tanh', 1.178, 1.178],
    ['sigmoid', 0.153, 1.034],
    ['elu', 1.036, 1.079],
    ['selu', 1.072, 1.072],
    ['gelu', 1.072, 1.319],
    ['silu', 1.067, 1.212],
    ['linear', 1, 1],
  ])('of %s has the limits of layer and batch normalization', (activation, layer, batch) => {
    const limit = (normalization: string) => {
      const experiment = legal({ activation, normalization, negativeSlope: 0.2 });
      return propagate(experiment, 1).at(-1)?.growth ?? Number.NaN;
    };
    expect(limit('layer')).toBeCloseTo(layer, 3);
    expect(limit('rms')).toBeCloseTo(layer, 3);
    expect((limit('batch') * 61) / 62).toBeCloseTo(batch, 3);
  });

  it('has κ of linear 2, ReLU 5, Leaky ReLU in closed form, and 2 less for orthogonal weights', () => {
    const kappa = (settings: Settings) => propagate(legal(settings), 1).at(-1)?.kappa ?? Number.NaN;
    const alpha = 0.2;
    expectClose(kappa({ activation: 'linear' }), 2);
    expectClose(kappa({ activation: 'relu' }), 5);
    expectClose(
      kappa({ activation: 'leakyRelu', negativeSlope: alpha }),
      (6 * (1 + alpha ** 4)) / (1 + alpha ** 2) ** 2 - 1,
    );
    expectClose(kappa({ activation: 'linear', initializer: 'orthogonal' }), 0);
  });

  it.each(initializers.flatMap((entry) => (entry.variance ? [[entry.id, entry] as const] : [])))(
    'knows the variance of %s as it is drawn',
    (initializer, { draw }) => {
      const experiment = legal({ initializer, activation: 'linear', width: 200 });
      const weights = draw(randomStream(5, 'w'), 200, 200, experiment);
      const sum = weights.reduce((total, weight) => total + weight ** 2, 0);
      expectClose(at(propagate(experiment, 1).map(growthOf), 1) / (sum / 200), 1, 0.04);
    },
  );

  it('of weight normalization knows neither gain nor initializer: G = 2·E φ′² for rectifiers, else E φ′²', () => {
    for (const [activation, initializer] of [
      ['relu', 'heNormal'],
      ['elu', 'heNormal'],
      ['gelu', 'heNormal'],
      ['tanh', 'lecunNormal'],
      ['linear', 'lecunNormal'],
    ]) {
      const plain = propagate(legal({ activation, gain: 1, initializer }), 1);
      const normalized = { activation, normalization: 'weight', gain: 3, initializer: 'normal' };
      const layers = propagate(legal(normalized), 1);
      layers.forEach(({ growth }, index) => {
        expectClose(growth, at(plain.map(growthOf), index), 1e-12);
      });
    }
  });

  it('of batch normalization takes its statistics over a micro-batch', () => {
    const growth = (settings: Settings) =>
      at(propagate(legal({ normalization: 'batch', ...settings }), 1).map(growthOf), 3);
    const accumulated = { gradientAccumulation: true, microBatches: 8 };
    expectClose(growth({ batchSize: 64, ...accumulated }), growth({ batchSize: 8 }), 1e-12);
    expectClose(growth({ batchSize: 8 }) / growth({ batchSize: 64 }), 6 / 5 / (62 / 61), 1e-12);
  });

  it('honours the epsilon of a normalization: a large one no longer divides the gain out', () => {
    const settings = { normalization: 'layer', initializer: 'heNormal', normEpsilon: 1 };
    const layers = propagate(legal(settings), 1);
    let meanSquare = 1;
    for (const { growth } of layers) {
      const divisor = 2 * meanSquare + 1;
      expectClose(growth, 1 / divisor, 1e-12);
      meanSquare = meanSquare / divisor;
    }
  });

  it('grows with the gain where the slope is constant, and with every batch-normalized φ: G ≥ 1', () => {
    const gain = fc.double({ min: 0.1, max: 4, noNaN: true });
    fc.assert(
      fc.property(gain, gain, (one, other) => {
        const growth = (value: number) => predicted({ gain: value }).growth;
        expectClose(growth(one) / growth(other), one / other, 1e-9);
      }),
      { numRuns: 20 },
    );
    for (const { id } of activations) {
      expect(predicted({ activation: id, normalization: 'batch' }).growth).toBeGreaterThan(1);
    }
  });
});

describe('prediction', () => {
  it('is anchored at the measured norm of the last hidden layer and follows √G from there', () => {
    const { line, growth } = predicted({ depth: 6, gain: Math.SQRT2 });
    [4, 2 * Math.SQRT2, 2, Math.SQRT2, 1].forEach((factor, index) => {
      expectClose(at(line, index) / 0.01, factor, 1e-12);
    });
    expectClose(growth, Math.SQRT2, 1e-12);
  });

  it('has a band of −β/4 ± 2√(β/2) in ln of the squared norm, β = Σ κ/n', () => {
    const { line, band } = predicted({ depth: 5, width: 32 });
    expect(band?.at(-1)).toEqual({ low: 0.01, high: 0.01 });
    const logarithm = (layer: number, side: 'low' | 'high') =>
      2 * Math.log((band?.[layer - 1]?.[side] ?? 0) / at(line, layer - 1));
    for (const layer of [1, 2, 3]) {
      const beta = ((4 - layer) * 5) / 32;
      expectClose(logarithm(layer, 'low'), -beta / 4 - 2 * Math.sqrt(beta / 2));
      expectClose(logarithm(layer, 'high'), -beta / 4 + 2 * Math.sqrt(beta / 2));
    }
  });

  it('gives no band below eight samples', () => {
    expect(predicted({ batchSize: 8 }).band).toHaveLength(19);
    expect(predicted({ batchSize: 7 }).band).toBeNull();
  });

  it.each<[string, Settings, RegExp]>([
    ['below depth 3', { depth: 2 }, /two hidden layers/],
    ['for zeros', { initializer: 'zeros' }, /not random/],
    ['for constant weights', { initializer: 'constant' }, /not random/],
    ['under batch norm at batch 2', { normalization: 'batch', batchSize: 2 }, /three samples/],
    ['under batch norm at batch 3', { normalization: 'batch', batchSize: 3 }, /three samples/],
    [
      'under batch norm at a micro-batch of 2',
      { normalization: 'batch', batchSize: 8, gradientAccumulation: true, microBatches: 4 },
      /three samples/,
    ],
    ['under layer norm at width 3', { normalization: 'layer', width: 3 }, /three units/],
  ])('has a reason instead %s', (_name, settings, reason) => {
    const prediction = predictGradients(legal(settings), measured);
    expect('reason' in prediction && prediction.reason.en).toMatch(reason);
    expect('reason' in prediction && prediction.reason['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'has a reason instead where the anchor is %d',
    (lastGradient) => {
      const prediction = predictGradients(legal({}), { inputMeanSquare: 1, lastGradient });
      expect('reason' in prediction && prediction.reason.en).toMatch(/anchor/);
    },
  );

  it.each<[Settings, RegExp | undefined]>([
    [{}, undefined],
    [{ residual: 'plain' }, /too low/],
    [{ residual: 'plain', activation: 'tanh' }, undefined],
    [{ residual: 'plain', normalization: 'layer' }, undefined],
    [{ residual: 'plain', normalization: 'weight' }, /too low/],
    [{ activation: 'gelu' }, /fixed point/],
    [{ activation: 'silu' }, /fixed point/],
    [{ activation: 'silu', normalization: 'batch' }, undefined],
    [{ activation: 'elu' }, undefined],
    [{ activation: 'selu' }, undefined],
    [{ activation: 'sigmoid' }, undefined],
  ])('of %o has the caveat %s', (settings, caveat) => {
    const found = predicted(settings).caveat?.en;
    if (caveat) expect(found).toMatch(caveat);
    else expect(found).toBeUndefined();
  });

  it('takes the measured slopes of GELU, and only where the variance has no fixed point', () => {
    const slopes = new Array<number>(19).fill(0.6);
    const growth = (settings: Settings, from = slopes) => {
      const found = predictGradients(legal(settings), { ...measured, slopes: from });
      return 'growth' in found ? found.growth : Number.NaN;
    };
    expectClose(growth({ activation: 'gelu' }), Math.sqrt(2 * 0.6), 1e-12);
    expectClose(
      growth({ activation: 'gelu' }, []),
      predicted({ activation: 'gelu' }).growth,
      1e-12,
    );
    expectClose(growth({ activation: 'relu' }), 1, 1e-12);
  });

  it('takes from a record what it needs', () => {
    const shape = recordShape(4);
    const row = emptyRecord(shape);
    row[layerColumn(shape, 'actRms', 0)] = 2;
    for (const layer of [1, 2, 3]) {
      row[layerColumn(shape, 'gradH', layer)] = layer;
      row[layerColumn(shape, 'gradZ', layer)] = layer / 2;
    }
    const history = createHistory(shape);
    history.append(row);
    expect(measuredAt(history, 0)).toEqual({
      inputMeanSquare: 4,
      lastGradient: 3,
      slopes: [0.25, 0.25, 0.25],
    });
  });

  it('of any experiment is a line from the anchor within its band’s bounds, or a reason', () => {
    fc.assert(
      fc.property(anyExperiment, fc.double({ min: 1e-6, max: 1e6 }), (experiment, input) => {
        const inputMeanSquare = input || 1;
        const found = predictGradients(experiment, { inputMeanSquare, lastGradient: 1 });
        if ('reason' in found) return;
        expect(found.line).toHaveLength(experiment.depth - 1);
        expect(found.line.at(-1)).toBe(1);
        expect(found.line.every((norm) => norm >= 0)).toBe(true);
        expect(found.growth).toBeGreaterThanOrEqual(0);
        for (const { low, high } of found.band ?? []) expect(low).toBeLessThanOrEqual(high);
      }),
      { numRuns: 60 },
    );
  });
});
