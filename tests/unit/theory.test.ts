import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/base/random';
import { activations } from '../../src/catalog/activations';
import { initializers } from '../../src/catalog/initializers';
import { type LayerTheory, propagate } from '../../src/theory/propagation';
import { at } from '../support/numbers';
import { expectClose, legal, predicted, type Settings } from '../support/theory';

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
