import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose';
import { along, type Case, evidenceFor } from '../support/evidence';

type Settings = Readonly<Record<string, unknown>>;

const verdictOf = (given: Case) => diagnose(evidenceFor(given)).verdict;
const explodes = { gradH: along(1e6, 0.1) };
const regression = { dataset: 'plane', loss: 'meanSquaredError' };

describe('the cause of an explosion', () => {
  it.each<[string, Case, readonly string[]]>([
    [
      'too large weights',
      { settings: { gain: 1.5 } },
      ['suitedWeights', 'layerNormalization', 'scaledSkips'],
    ],
    [
      'batch normalization without skips',
      { settings: { normalization: 'batch' } },
      ['skipsBesideNormalization', 'layerNormalization', 'scaledSkips'],
    ],
    [
      'chaotic tanh',
      {
        settings: { activation: 'tanh', initializer: 'lecunNormal', gain: 3 },
        layers: { saturated: 0.5 },
      },
      ['suitedWeights', 'layerNormalization', 'scaledSkips'],
    ],
    [
      'whole branches',
      { settings: { residual: 'plain' } },
      ['scaledSkips', 'layerNormalization', 'withoutSkips'],
    ],
    ['training', { before: [{}] }, ['layerNormalization', 'rmsNormalization']],
  ])('%s', (_name, given, fixes) => {
    const found = verdictOf({ ...given, layers: { ...explodes, ...given.layers } });
    expect(found.id).toBe('exploding');
    expect(found.fixes.map(({ id }) => id)).toEqual(fixes);
  });

  it('differs in words', () => {
    const causes = [
      { settings: { gain: 1.5 } },
      { settings: { normalization: 'batch' } },
      { settings: { activation: 'tanh', gain: 3 }, saturated: 0.5 },
      { settings: { normalization: 'layer' } },
      { settings: { normalization: 'weight' } },
      { settings: { residual: 'plain' } },
      { settings: {}, before: [{}] },
    ].map(({ saturated = 0.1, ...given }) =>
      verdictOf({ ...given, layers: { ...explodes, saturated } }),
    );
    expect(new Set(causes.map(({ cause }) => cause.en)).size).toBe(causes.length);
  });

  it('is the few samples that a batch normalization is over', () => {
    const batch = { normalization: 'batch' };
    const cause = (settings: Settings, layers: Case['layers']) =>
      verdictOf({ settings: { ...batch, ...settings }, layers }).cause.en;
    const vanishes = { gradH: along(1e-6, 10) };
    expect(cause({ batchSize: 2 }, vanishes)).toMatch(/of two,/);
    const parts = { batchSize: 8, gradientAccumulation: true, microBatches: 4 };
    expect(cause(parts, vanishes)).toMatch(/of two,/);
    expect(cause({ batchSize: 4 }, vanishes)).toMatch(/a little below 1/);
    expect(cause({ batchSize: 3 }, explodes)).toMatch(/close together/);
    expect(cause({ batchSize: 4 }, explodes)).toMatch(/Yang 2019/);
  });

  it('never offers what is in force', () => {
    const offered = (settings: Settings) =>
      verdictOf({ settings: { gain: 1.5, ...settings }, layers: explodes }).fixes.map(
        ({ id }) => id,
      );
    expect(offered({ gain: 1 })).not.toContain('suitedWeights');
    expect(offered({ normalization: 'layer' })).not.toContain('layerNormalization');
    expect(offered({ normalization: 'layer' })).not.toContain('suitedWeights');
  });

  it('does not say of what is in force that it does not help', () => {
    const vain = (settings: Settings) =>
      verdictOf({ settings: { gain: 1.5, ...settings }, layers: explodes }).notHelping.map(
        ({ name }) => name.en,
      );
    expect(vain({})).toEqual(expect.arrayContaining(['Gradient clipping', 'L2 penalty']));
    for (const clip of ['clipByGlobalNorm', 'clipByValue', 'adaptiveGradientClipping']) {
      expect(vain({ [clip]: true })).not.toContain('Gradient clipping');
    }
    expect(vain({ l2: true })).not.toContain('L2 penalty');
  });

  it('leaves out layer normalization where a deep tanh network explodes with it', () => {
    const deep = { activation: 'tanh', gain: 3, depth: 60 };
    const found = verdictOf({ settings: deep, layers: { gradH: along(1e6, 0.7, 60) } });
    expect(found.fixes.map(({ id }) => id)).toEqual(['suitedWeights', 'scaledSkips']);
  });
});

describe('an overflow after a step too long', () => {
  const given: Case = {
    before: [{ layers: { update: 30 }, step: { gradNorm: 1000 } }],
    layers: { actRms: Number.NaN, update: Number.NaN },
  };

  it('is blamed on the step', () => {
    expect(verdictOf(given).fixes.map(({ id }) => id)).toEqual(['slowerRate', 'clipByGlobalNorm']);
  });

  it('is blamed on the network where that exploded before', () => {
    const exploded = { layers: { update: 30, ...explodes } };
    const found = verdictOf({ ...given, settings: { gain: 1.5 }, before: [exploded] });
    expect(found.fixes.map(({ id }) => id)).toContain('suitedWeights');
  });
});

describe('a step too large', () => {
  it('is blamed on scaled targets', () => {
    const settings = { ...regression, targetScale: 1000 };
    const found = verdictOf({ settings, layers: { update: 5 } });
    expect(found.fixes[0]?.changes).toEqual({ standardizeTargets: true, targetScale: 1 });
  });

  it('is shortened to a rate that is sound, on the ladder', () => {
    const found = verdictOf({ layers: { update: 0.2 } });
    expect(found.fixes.find(({ id }) => id === 'slowerRate')?.changes).toEqual({
      learningRate: 1e-4,
    });
  });

  it('is not clipped where the optimizer rescales the step anyway', () => {
    const settings = { optimizer: 'adam' };
    const found = verdictOf({ settings, layers: { update: 0.2 }, step: { gradNorm: 1e3 } });
    expect(found.fixes.map(({ id }) => id)).toEqual(['slowerRate']);
  });
});

describe('a learning rate under a schedule', () => {
  const warmUp = { learningRate: 0.003, warmUp: true, warmUpSteps: 300 };
  const first = { learningRate: 1e-5 };
  const offered = ({ fixes }: ReturnType<typeof verdictOf>) =>
    fixes.map(({ changes }) => changes.learningRate).filter((rate) => rate !== undefined);

  it('is left to rise where its steps are sound at the full rate', () => {
    const small = verdictOf({ settings: warmUp, step: first, layers: { update: 7e-6 } });
    const tiny = verdictOf({ settings: warmUp, step: first, layers: { update: 7e-7 } });
    expect([small.id, tiny.id]).toEqual(['fair', 'notMoving']);
    expect([...small.fixes, ...tiny.fixes]).toEqual([]);
    expect(small.cause.en).toMatch(/warm-up raises/);
    expect(tiny.title.en).toMatch(/still rising/);
  });

  it('is offered as it is sound at the full rate, not at that of the step', () => {
    const slow = verdictOf({ settings: warmUp, step: first, layers: { update: 1e-7 } });
    expect(offered(slow)).toEqual([0.3, 0.001]);
    const fast = verdictOf({ settings: warmUp, step: first, layers: { update: 0.2 } });
    expect(offered(fast)).toEqual([1e-7]);
  });

  it('is clipped only where the step stays small at the full rate', () => {
    const ids = (update: number) =>
      verdictOf({
        settings: warmUp,
        step: { ...first, gradNorm: 1000 },
        layers: { update },
      }).fixes.map(({ id }) => id);
    expect(ids(0.2)).toContain('clipByGlobalNorm');
    expect(ids(0.5)).not.toContain('clipByGlobalNorm');
  });

  it('is not raised for what the schedule has taken away', () => {
    const cosine = { schedule: 'cosine', cosineSteps: 5 };
    const before = [{}, {}, {}, {}];
    const near = { learningRate: 9.5e-4 };
    const late = { settings: cosine, before, step: near, layers: { update: 9e-5 } };
    expect(verdictOf(late)).toMatchObject({ id: 'fair', fixes: [] });
    const over = verdictOf({
      settings: cosine,
      before: [...before, {}],
      step: { learningRate: 0 },
      layers: { update: 0, 'after:optimizer': 0 },
    });
    expect(over.fixes.map(({ changes }) => changes)).toEqual([{ schedule: 'constant' }]);
  });
});

describe('a fix, looking back', () => {
  it('changes the settings now, and is left out where they are sound by now', () => {
    const long: Case = {
      settings: { learningRate: 0.05 },
      step: { learningRate: 0.05, gradNorm: 100 },
      layers: { update: 0.2 },
    };
    const ids = (since: Settings) => verdictOf({ ...long, since }).fixes.map(({ id }) => id);
    expect(ids({})).toEqual(['slowerRate', 'clipByGlobalNorm']);
    expect(ids({ clipByGlobalNorm: true })).toEqual(['slowerRate']);
    expect(ids({ learningRate: 1e-4 })).toEqual([]);
    expect(verdictOf({ ...long, since: { learningRate: 0.1 } }).fixes[0]?.changes).toEqual({
      learningRate: 3e-4,
    });
  });
});
