import { describe, expect, it } from 'vitest';
import type { Localized } from '../../src/base/localized';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Evidence, Finding, Fix } from '../../src/diagnosis/finding';
import { companions, verdicts } from '../../src/diagnosis/rules';
import { differences } from '../../src/experiment/change';
import { amend } from '../../src/experiment/legality';
import { along, type Case, evidenceFor, where } from '../support/evidence';

const verdictOf = (given: Case) => diagnose(evidenceFor(given)).verdict;

const regression = { dataset: 'plane', loss: 'meanSquaredError' };
const noGrowth = { gradH: 1 };
const explodes = { gradH: along(1e6, 0.1) };
const vanishes = { gradH: along(1e-6, 10) };
const triggers: readonly [string, Case][] = [
  [
    'zeroByZero',
    {
      settings: { initializer: 'zeros', normalization: 'weight' },
      layers: { weight: 0, actRms: Number.NaN },
    },
  ],
  ['forwardOverflow', { layers: { actRms: where(4, Number.POSITIVE_INFINITY, 1e30) } }],
  ['forwardOverflow', { step: { loss: Number.POSITIVE_INFINITY } }],
  ['backwardOverflow', { layers: { gradZ: where(3, Number.NaN, 1e35) } }],
  ['backwardOverflow', { layers: { gradW: where(3, Number.POSITIVE_INFINITY, 1e35) } }],
  ['updateOverflow', { layers: { change: where(3, Number.POSITIVE_INFINITY, 1) } }],
  [
    'squareOverflow',
    {
      settings: { optimizer: 'adam' },
      layers: { maxProcessed: 1e25, 'after:optimizer': 0, update: 0 },
    },
  ],
  [
    'squareOverflow',
    { settings: { optimizer: 'rmsprop' }, layers: { maxProcessed: where(2, 1.9e19, 1e10) } },
  ],
  [
    'squareOverflow',
    {
      settings: { optimizer: 'adam' },
      before: [{ layers: { maxProcessed: where(2, 1e25, 1) } }],
      layers: { 'after:optimizer': where(2, 0, 1e-3) },
    },
  ],
  ['zeroGradients', { settings: { initializer: 'zeros' }, layers: { gradH: 0, weight: 0 } }],
  [
    'zeroGradients',
    {
      settings: { initializer: 'constant', initConstant: -0.1 },
      layers: { gradH: 0, dead: 1 },
    },
  ],
  ['zeroGradients', { layers: { gradH: [0, 0, 0, 1, 1, 1, 1, 1, 1], dead: where(4, 1, 0.2) } }],
  [
    'zeroGradients',
    { settings: { numberFormat: 'float16' }, layers: { gradH: [0, 0, 1e-7, 1e-6, 1, 1, 1, 1, 1] } },
  ],
  [
    'belowEpsilon',
    {
      settings: { optimizer: 'adam', activation: 'sigmoid' },
      layers: { ...vanishes, maxProcessed: along(1e-12, 10) },
    },
  ],
  [
    'belowEpsilon',
    { settings: { optimizer: 'adam' }, layers: { maxProcessed: where(3, 9e-8, 1e-3) } },
  ],
  ['exploding', { settings: { gain: 1.5 }, layers: explodes }],
  ['vanishing', { settings: { gain: 0.5 }, layers: vanishes }],
  ['stepTooLarge', { layers: { update: where(3, 0.2, 0.01) } }],
  ['notMoving', { layers: { update: 1e-8 } }],
  ['notMoving', { layers: { update: 0, gradZ: 0, gradH: 0 } }],
  ['healthy', {}],
  ['fair', { layers: { update: 0.05 } }],
  ['fair', { layers: { update: 1e-5 } }],
];

const misses: readonly [string, Case][] = [
  ['zeroByZero', { settings: { normalization: 'weight' }, layers: { actRms: Number.NaN } }],
  ['forwardOverflow', { layers: { actRms: 3e38 }, step: { loss: 3e38 } }],
  ['backwardOverflow', { layers: { gradZ: 3e38, gradW: 3e38 } }],
  ['updateOverflow', { layers: { change: 3e38 } }],
  ['squareOverflow', { settings: { optimizer: 'adam' }, layers: { maxProcessed: 1.8e19 } }],
  [
    'squareOverflow',
    { settings: { optimizer: 'adam' }, layers: { gradTheta: 1e25, maxProcessed: 1 } },
  ],
  ['squareOverflow', { layers: { maxProcessed: 1e25 } }],
  ['squareOverflow', { settings: { optimizer: 'adam' }, layers: { 'after:optimizer': 0 } }],
  [
    'squareOverflow',
    {
      settings: { optimizer: 'adam' },
      before: [{ layers: { maxProcessed: where(2, 1e25, 1) } }],
      layers: { 'after:optimizer': where(3, 0, 1e-3) },
    },
  ],
  ['zeroGradients', { layers: { gradH: along(1e-30, 10) } }],
  ['zeroGradients', { layers: { gradH: 0, gradZ: 0 } }],
  ['belowEpsilon', { settings: { optimizer: 'adam' }, layers: { maxProcessed: along(2e-7, 3) } }],
  ['belowEpsilon', { layers: { ...vanishes, maxProcessed: along(1e-12, 10) } }],
  [
    'belowEpsilon',
    { settings: { optimizer: 'adam' }, layers: { maxProcessed: 1e-9, gradZ: 1e-9 } },
  ],
  [
    'belowEpsilon',
    { settings: { optimizer: 'adam' }, layers: { maxProcessed: where(10, 1e-9, 1e-3) } },
  ],
  ['exploding', { layers: { gradH: along(99, 99 ** (-1 / 8)) } }],
  ['vanishing', { layers: { gradH: along(0.011, 0.011 ** (-1 / 8)) } }],
  ['stepTooLarge', { layers: { update: 0.1 } }],
  ['notMoving', { layers: { update: where(3, 1e-6, 1e-9) } }],
  ['healthy', { layers: { update: where(3, 0.011, 1e-3) } }],
  ['healthy', { layers: { update: 9e-5 } }],
];

describe('the verdict', () => {
  it.each(triggers)('%s is given where it holds', (id, given) => {
    expect(verdictOf(given).id).toBe(id);
  });

  it.each(misses)('%s is not given next to where it holds', (id, given) => {
    expect(verdictOf(given).id).not.toBe(id);
  });

  it('is the first that holds, whatever holds below it', () => {
    const wrong: Case = {
      settings: { optimizer: 'adam', gain: 1.5 },
      layers: {
        ...explodes,
        actRms: where(4, Number.POSITIVE_INFINITY, 1),
        gradZ: Number.NaN,
        change: Number.NaN,
        maxProcessed: 1e25,
        update: 5,
      },
    };
    const repaired: readonly [string, Case['layers']][] = [
      ['forwardOverflow', {}],
      ['backwardOverflow', { actRms: 1 }],
      ['updateOverflow', { gradZ: 1 }],
      ['squareOverflow', { change: 1 }],
      ['zeroGradients', { maxProcessed: 1e-9, gradH: [0, ...along(1, 0.1, 8)] }],
      ['belowEpsilon', { gradH: along(1e6, 0.1) }],
      ['exploding', { maxProcessed: 1 }],
      ['vanishing', { gradH: along(1e-6, 10) }],
      ['stepTooLarge', noGrowth],
      ['healthy', { update: 1e-3 }],
    ];
    let layers = wrong.layers;
    for (const [id, change] of repaired) {
      layers = { ...layers, ...change };
      expect(verdictOf({ ...wrong, layers }).id).toBe(id);
    }
  });

  it('stands in the order of the specification', () => {
    expect(verdicts.map(({ id }) => id)).toEqual([
      'zeroByZero',
      'forwardOverflow',
      'backwardOverflow',
      'updateOverflow',
      'squareOverflow',
      'zeroGradients',
      'belowEpsilon',
      'exploding',
      'vanishing',
      'stepTooLarge',
      'notMoving',
      'healthy',
      'fair',
    ]);
  });

  it('knows no growth below depth 3, and says so', () => {
    const found = diagnose(evidenceFor({ settings: { depth: 2 }, layers: { gradH: [1e9] } }));
    expect(found.verdict.id).toBe('healthy');
    expect(found.companions.map(({ id }) => id)).toEqual(['shallow']);
    expect(diagnose(evidenceFor({ settings: { depth: 3 } })).companions).toEqual([]);
  });

  it('tells an overflow of g² by the layers that stand still, and that v stays Inf', () => {
    const adam = { optimizer: 'adam', gain: 2 };
    const overflow = { maxProcessed: where(2, 1e25, 1) };
    const now = (layers: Case['layers']) => verdictOf({ settings: adam, layers });
    expect(now({ ...overflow, 'after:optimizer': where(2, 0, 1e-3) })).toMatchObject({
      title: { en: expect.stringContaining('{still|stands|stand} still') },
      places: { count: 1, still: 1 },
    });
    expect(now(overflow)).toMatchObject({
      title: { en: expect.stringContaining('overflowed in') },
      places: { count: 1, still: 0 },
    });
    const later = verdictOf({
      settings: { ...adam, clipByGlobalNorm: true },
      before: [{}, { layers: overflow }],
      layers: { 'after:optimizer': where(2, 0, 1e-3) },
    });
    expect(later.title.en).toContain('still Inf');
    expect(later.places).toMatchObject({ since: 1, still: 1, largest: 0.1 });
    expect(later.fixes.length).toBeGreaterThan(0);
    expect(later.fixes.every(({ restarts }) => restarts)).toBe(true);
  });

  it('closes the argument of an overflow: what the next layer would have been', () => {
    const told = (given: Case) => {
      const { evidence, places } = verdictOf(given);
      return { line: evidence.at(-1)?.en ?? '', places };
    };
    const rms = (first: number, factor: number, broken: number) => ({
      actRms: along(first, factor).map((value, at) =>
        at + 1 < broken ? value : Number.POSITIVE_INFINITY,
      ),
    });
    const steep = told({ layers: rms(2e3, 1e4, 10) });
    expect(steep.line).toContain('layer {layer} would be about {expected}');
    expect(steep.places.perLayer).toBeCloseTo(1e4, 6);
    expect(Number(steep.places.expected) / 2e39).toBeCloseTo(1, 6);
    const half = { numberFormat: 'float16' };
    const near = told({ settings: half, layers: rms(100, 2, 9) });
    expect(near.line).toContain('several times');
    expect(near.places.expected).toBeCloseTo(25_600, 6);
    expect(told({ layers: rms(1, 2, 5) }).line).toContain('holds values up to');
    const square = told({
      settings: { loss: 'meanSquaredError' },
      layers: { actRms: 1e21 },
      step: { loss: Number.POSITIVE_INFINITY },
    });
    expect(square.line).toContain('squares the output');
    expect(Number(square.places.expected) / 1e42).toBeCloseTo(1, 6);
  });

  it('names the layer and the number format of an overflow', () => {
    const { places } = verdictOf({ layers: { actRms: where(4, Number.POSITIVE_INFINITY, 1e30) } });
    expect(places).toMatchObject({ layer: 4, format: { en: 'float32' }, size: 1e30 });
    const half = verdictOf({
      settings: { numberFormat: 'float16' },
      layers: { actRms: where(4, Number.NaN, 6e4) },
    });
    expect(half.places.limit).toBe(65504);
    expect(half.fixes.map(({ id }) => id)).toContain('float32');
  });
});

/** Everything that any case above finds, with the case's evidence. */
const everything: readonly (readonly [Finding, Evidence])[] = [...triggers, ...misses].flatMap(
  ([, given]) =>
    [{}, { optimizer: 'adam' }, regression, { activation: 'sigmoid' }, { residual: 'custom' }]
      .map((more) => evidenceFor({ ...given, settings: { ...more, ...given.settings } }))
      .flatMap((evidence) => {
        const { verdict, companions: others } = diagnose(evidence);
        return [verdict, ...others].map((finding) => [finding, evidence] as const);
      }),
);

describe('every finding', () => {
  it('offers three fixes at most, each legal as it stands and a change', () => {
    for (const [finding, { experiment }] of everything) {
      expect(finding.fixes.length).toBeLessThanOrEqual(3);
      const distinct = (of: (fix: Fix) => unknown) => new Set(finding.fixes.map(of)).size;
      expect(distinct(({ id }) => id)).toBe(finding.fixes.length);
      expect(distinct(({ changes }) => JSON.stringify(changes))).toBe(finding.fixes.length);
      for (const { changes } of finding.fixes) {
        const { experiment: next, refusals } = amend(experiment, changes);
        expect(refusals).toEqual([]);
        const changed = differences(experiment, next).map(({ key }) => key);
        expect(changed.toSorted()).toEqual(Object.keys(changes).toSorted());
        expect(changed.length).toBeGreaterThan(0);
      }
    }
  });

  it('fills every place of its texts, in both languages', () => {
    const open = (text: Localized, places: Finding['places']) =>
      [...`${text.en} ${text['zh-CN']}`.matchAll(/\{(\w+)\}/g)].filter(
        ([, name = '']) => places[name] === undefined,
      );
    for (const [finding] of everything) {
      for (const text of [finding.title, finding.cause, ...finding.evidence])
        expect(open(text, finding.places)).toEqual([]);
      for (const { label, why, places } of finding.fixes)
        for (const text of [label, why]) expect(open(text, places)).toEqual([]);
    }
  });

  it('has an id of its own', () => {
    const ids = [...verdicts, ...companions].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
