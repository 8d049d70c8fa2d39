import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose';
import { type Case, evidenceFor, type Given, where } from '../support/evidence';

const beside = (given: Case) => diagnose(evidenceFor(given)).companions.map(({ id }) => id);

const manySteps = (count: number, given: Given = {}) => Array.from({ length: count }, () => given);

const nothingLearned = { loss: 1.1, accuracy: 0.33 };
const dropped: Given = {
  step: { gradNorm: Number.NaN, loss: Number.NaN, 'after:optimizer': 0 },
  layers: { actRms: Number.NaN, change: 0, update: 0 },
};

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
    ['skippedSteps', { ...dropped, before: manySteps(9, dropped) }],
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
    ['skippedSteps', { ...dropped, before: manySteps(8, dropped) }],
    ['skippedSteps', { before: manySteps(20, dropped) }],
    ['endsLater', { nonFinite: { step: 0, layer: 3, tensor: 'gradZ' } }],
  ])('%s is not said next to where it holds', (id, given) => {
    expect(beside(given)).not.toContain(id);
  });

  it('rates dead and saturated layers', () => {
    const severity = (layers: Given['layers']) =>
      diagnose(evidenceFor({ layers })).companions.map((finding) => finding.severity);
    expect(severity({ dead: where(3, 0.7, 0.1) })).toEqual(['warning']);
    expect(severity({ dead: where(3, 1, 0.1) })).toEqual(['bad']);
    expect(severity({ saturated: where(3, 0.3, 0.1) })).toEqual(['warning']);
    expect(severity({ saturated: where(3, 0.41, 0.1) })).toEqual(['bad']);
  });

  it('gives the raw gradient beside the clipped one', () => {
    const [found] = diagnose(evidenceFor(clipped)).companions;
    expect(found?.places).toMatchObject({ gradient: 7e5, after: 1 });
  });
});
