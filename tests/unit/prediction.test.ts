import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistory } from '../../src/history/history';
import { emptyRecord, layerColumn, recordShape } from '../../src/history/record';
import { caveatTexts, noTheoryTexts } from '../../src/i18n/theory';
import { measuredAt, predictActivations, predictGradients } from '../../src/theory/prediction';
import { anyExperiment } from '../support/experiments';
import { at } from '../support/numbers';
import { expectClose, legal, measured, predicted, type Settings } from '../support/theory';

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

  it('of the activations is √m_l from the inputs on, and has a reason where weights or variance have none', () => {
    const activations = (settings: Settings) => predictActivations(legal(settings), 4);
    const found = activations({ depth: 4, gain: 2 });
    expect('line' in found && found.line.map((rms) => rms.toPrecision(9))).toEqual([
      '4.00000000',
      '8.00000000',
      '16.0000000',
    ]);
    expect('line' in activations({ depth: 2 })).toBe(true);
    for (const settings of [{ initializer: 'zeros' }, { activation: 'gelu' }]) {
      expect('reason' in activations(settings)).toBe(true);
    }
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
    const words = 'reason' in prediction ? noTheoryTexts[prediction.reason] : undefined;
    expect(words?.en).toMatch(reason);
    expect(words?.['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'has a reason instead where the anchor is %d',
    (lastGradient) => {
      const prediction = predictGradients(legal({}), { inputMeanSquare: 1, lastGradient });
      expect(prediction).toEqual({ reason: 'noAnchor' });
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
    const { caveat: found } = predicted(settings);
    if (caveat) expect(found && caveatTexts[found].en).toMatch(caveat);
    else expect(found).toBeUndefined();
  });

  it('takes the measured slopes of GELU, and only where the variance has no fixed point', () => {
    const slopes = new Array<number>(19).fill(0.6);
    const found = (settings: Settings) => {
      const prediction = predictGradients(legal(settings), { ...measured, slopes });
      if ('reason' in prediction) throw new Error(prediction.reason);
      return prediction;
    };
    const gelu = found({ activation: 'gelu' });
    expectClose(gelu.growth, Math.sqrt(2 * 0.6), 1e-12);
    expect(gelu.fromSlopes).toBe(true);
    expect(gelu.caveat).toBe('measuredSlopes');
    expect(predicted({ activation: 'gelu' }).fromSlopes).toBe(false);
    expect(predicted({ activation: 'gelu' }).caveat).toBe('noFixedPoint');
    expectClose(found({ activation: 'relu' }).growth, 1, 1e-12);
    expect(found({ activation: 'relu' }).fromSlopes).toBe(false);
  });

  it('takes from a record what it needs', () => {
    const shape = recordShape(4);
    const row = emptyRecord(shape);
    row[layerColumn(shape, 'actRms', 0)] = 2;
    for (const layer of [1, 2, 3]) {
      row[layerColumn(shape, 'gradH', layer)] = layer;
    }
    const history = createHistory(shape);
    history.append(row);
    expect(measuredAt(history, 0)).toEqual({ inputMeanSquare: 4, lastGradient: 3 });
    for (const layer of [1, 2, 3]) row[layerColumn(shape, 'weightedSlope', layer)] = layer / 4;
    history.append(row);
    expect(measuredAt(history, 0)).toEqual({
      inputMeanSquare: 4,
      lastGradient: 3,
      slopes: [0.25, 0.5, 0.75],
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
