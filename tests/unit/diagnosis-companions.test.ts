import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose';
import { type Case, evidenceFor, type Given, where } from '../support/evidence';

const beside = (given: Case) => diagnose(evidenceFor(given)).companions.map(({ id }) => id);

const manySteps = (count: number, given: Given = {}) => Array.from({ length: count }, () => given);

const nothingLearned = { loss: 1.1, accuracy: 0.33 };
const skipping = { stages: ['optimizer', 'skipNonFinite'] };
const taken = { 'after:optimizer': 1 };
const dropped: Given = {
  step: { ...taken, gradNorm: Number.NaN, loss: Number.NaN },
  layers: { actRms: Number.NaN, change: 0, update: 0 },
};
const tooLong: Given = {
  step: { 'after:optimizer': Number.POSITIVE_INFINITY },
  layers: { change: 0, update: 0 },
};
const dynamic = { numberFormat: 'float16', lossScaling: 'dynamic' };
const scaled = { lossScale: 1024 };

describe('companions', () => {
  const clipped: Case = {
    settings: { clipByGlobalNorm: true },
    stages: ['clipByGlobalNorm', 'optimizer'],
    step: { gradNorm: 7e5, 'after:clipByGlobalNorm': 1 },
  };

  it.each<[string, Case]>([
    ['clippingActive', clipped],
    ['flatLoss', { before: manySteps(120, { step: nothingLearned }), step: nothingLearned }],
    ['deadUnits', { layers: { dead: where(3, 0.61, 0.1) } }],
    ['deadUnits', { before: [{}], layers: { dead: where(3, 0.31, 0.1) } }],
    ['saturatedUnits', { layers: { saturated: where(2, 0.21, 0.1) } }],
    ['skippedSteps', { ...skipping, ...dropped, before: manySteps(9, dropped) }],
    ['skippedSteps', { ...skipping, ...tooLong, before: manySteps(9, tooLong) }],
    [
      'skippedSteps',
      {
        ...skipping,
        ...tooLong,
        settings: dynamic,
        step: { ...tooLong.step, ...scaled },
        before: manySteps(9, tooLong),
      },
    ],
    ['endsLater', { nonFinite: { step: 5, layer: 3, tensor: 'gradZ' } }],
    ['shallow', { settings: { depth: 1 } }],
  ])('%s is said where it holds', (id, given) => {
    expect(beside(given)).toEqual([id]);
  });

  it.each<[string, Case]>([
    ['clippingActive', { ...clipped, step: { gradNorm: 0.5, 'after:clipByGlobalNorm': 0.5 } }],
    ['flatLoss', { before: manySteps(98, { step: nothingLearned }), step: nothingLearned }],
    [
      'flatLoss',
      {
        before: Array.from({ length: 120 }, (_, step) => ({ step: { loss: 1.1 - step / 1000 } })),
        step: { loss: 0.98 },
      },
    ],
    [
      'flatLoss',
      { before: manySteps(120, { step: { loss: 1e-3, accuracy: 1 } }), step: { loss: 1e-3 } },
    ],
    ['deadUnits', { before: [{}], layers: { dead: where(3, 0.29, 0.1) } }],
    ['deadUnits', { layers: { dead: 0.59 } }],
    ['saturatedUnits', { layers: { saturated: 0.19 } }],
    ['skippedSteps', { ...skipping, ...dropped, before: manySteps(8, dropped) }],
    ['skippedSteps', { ...skipping, step: taken, before: manySteps(20, dropped) }],
    ['skippedSteps', { ...dropped, before: manySteps(9, dropped) }],
    [
      'skippedSteps',
      {
        ...skipping,
        ...dropped,
        settings: dynamic,
        step: { ...dropped.step, ...scaled },
        before: manySteps(9, dropped),
      },
    ],
    ['endsLater', { nonFinite: { step: 0, layer: 3, tensor: 'gradZ' } }],
  ])('%s is not said next to where it holds', (id, given) => {
    expect(beside(given)).not.toContain(id);
  });

  it('tells a loss that rises from one that is flat', () => {
    const title = (perStep: number) => {
      const losses = Array.from({ length: 121 }, (_, step) => ({
        step: { ...nothingLearned, loss: 1 + perStep * step },
      }));
      const [found] = diagnose(
        evidenceFor({ before: losses.slice(0, -1), ...losses.at(-1) }),
      ).companions;
      return found?.title.en;
    };
    expect(title(0)).toMatch(/is flat/);
    expect(title(3e-4)).toMatch(/is flat/);
    expect(title(1e-3)).toMatch(/is rising/);
  });

  it('rates dead and saturated layers', () => {
    const severity = (layers: Given['layers']) =>
      diagnose(evidenceFor({ layers })).companions.map((finding) => finding.severity);
    expect(severity({ dead: where(3, 0.7, 0.1) })).toEqual(['warning']);
    expect(severity({ dead: where(3, 1, 0.1) })).toEqual(['bad']);
    expect(severity({ saturated: where(3, 0.3, 0.1) })).toEqual(['warning']);
    expect(severity({ saturated: where(3, 0.41, 0.1) })).toEqual(['bad']);
  });

  it('offers Leaky ReLU only where it can revive units', () => {
    const offered = (given: Case) =>
      diagnose(
        evidenceFor({ ...given, layers: { dead: 0.9, ...given.layers } }),
      ).companions.flatMap(({ fixes }) => fixes.map(({ id }) => id));
    expect(offered({})).toEqual(['leakyRelu']);
    expect(offered({ settings: { initializer: 'zeros' } })).toEqual([]);
    expect(offered({ settings: { initializer: 'constant' } })).toEqual([]);
    expect(offered({ layers: { actRms: where(4, Number.POSITIVE_INFINITY, 1) } })).toEqual([]);
  });

  it('gives the raw gradient beside the clipped one', () => {
    const [found] = diagnose(evidenceFor(clipped)).companions;
    expect(found?.places).toMatchObject({ gradient: 7e5, after: 1 });
    expect(found?.title.en).toMatch(/^Gradient for the optimizer capped/);
  });

  it('names what rescales a clipped gradient', () => {
    const rescaler = (settings: Case['settings'], stage: 'clipByGlobalNorm' | 'clipByValue') => {
      const given = {
        settings: { [stage]: true, ...settings },
        stages: [stage, 'optimizer'],
        step: { gradNorm: 7e5, [`after:${stage}`]: 1 },
      };
      const [found] = diagnose(evidenceFor(given)).companions;
      expect(found?.id).toBe('clippingActive');
      return found?.places.rescaler;
    };
    expect(rescaler({ optimizer: 'adam' }, 'clipByGlobalNorm')).toMatchObject({ en: 'Adam' });
    expect(rescaler({ layerwiseScaling: true }, 'clipByValue')).toMatchObject({
      en: 'Layer-wise scaling (LARS)',
    });
    expect(rescaler({ optimizer: 'momentum' }, 'clipByGlobalNorm')).toBeUndefined();
  });
});
