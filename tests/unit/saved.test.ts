import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../src/experiment/schema';
import { createHistory, historyFrom } from '../../src/history/history';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';
import { readStored, type StoredRun, sizeOf, storedForm } from '../../src/state/saved/runs';
import type { KeptRun } from '../../src/state/store/kept';

const depth = defaultExperiment.depth;
const shape = recordShape(depth);
const staged = recordShape(depth, ['clipByGlobalNorm']);

function record(step: number, own = shape): Float64Array {
  const row = emptyRecord(own);
  row[stepColumn(own, 'step')] = step;
  row[stepColumn(own, 'loss')] = step === 3 ? Number.NaN : 1 / (step + 1);
  return row;
}

function keptRun(): KeptRun {
  const history = createHistory(shape);
  for (const step of [0, 1]) history.append(record(step));
  for (const step of [2, 3]) history.append(record(step, staged), staged);
  return {
    id: 'one',
    name: 'A',
    keptAt: 1,
    experiment: { ...defaultExperiment, gain: 1.3 },
    history,
    nonFinite: { step: 3, layer: 5, tensor: 'loss' },
    events: [{ step: 2, changes: [{ key: 'clipByGlobalNorm', from: false, to: true }] }],
  };
}

/** Reads what must be readable. */
function read(stored: unknown): StoredRun {
  const found = readStored(stored);
  if ('kind' in found) throw new Error(JSON.stringify(found));
  return found;
}

describe('a kept run', () => {
  it('is read back as it was stored, records of every shape and NaN included', () => {
    const run = keptRun();
    const stored = structuredClone(storedForm(run, 2));
    const found = read(stored);
    expect([found.mark, found.adjusted]).toEqual([2, []]);
    const { history, ...rest } = run;
    const { history: records, ...others } = found.run;
    expect(others).toEqual(rest);
    expect(records.data()).toEqual(history.data());
    expect(records.layerAt(3, 'after:clipByGlobalNorm', 1)).toBe(-1);
    expect(sizeOf(run)).toBeGreaterThan(0);
  });

  it('makes settings legal that a newer or older page stored', () => {
    const stored = storedForm(keptRun(), null);
    const settings = { ...defaultExperiment, gain: 99, nonsense: 4, activation: 'sine' };
    const { run, adjusted } = read({ ...stored, experiment: settings });
    expect(run.experiment).toEqual({ ...defaultExperiment, gain: 10 });
    expect([...adjusted].sort()).toEqual(['activation', 'gain']);
  });

  it('is read without the changes of settings that no longer exist', () => {
    const gone = { key: 'nonsense', from: 1, to: 2 };
    const gain = { key: 'gain', from: 1.3, to: 1.4 } as const;
    const events = [
      { step: 1, changes: [gone] },
      { step: 2, changes: [gone, gain] },
    ];
    const { run } = read({ ...storedForm(keptRun(), null), events });
    expect(run.events).toEqual([{ step: 2, changes: [gain] }]);
  });

  it('is read without the changes that are not legal', () => {
    const events = [
      {
        step: 1,
        changes: [
          { key: 'optimizer', from: 'sgd', to: 'nope' },
          { key: 'learningRate', from: 0.001, to: 'abc' },
          { key: 'width', from: 64, to: 1e9 },
        ],
      },
      { step: 2, changes: [{ key: 'clipByGlobalNorm', from: 7, to: true }] },
    ];
    const { run, adjusted } = read({ ...storedForm(keptRun(), null), events });
    expect(run.events).toEqual([
      { step: 1, changes: [{ key: 'width', from: 64, to: 256 }] },
      { step: 2, changes: [{ key: 'clipByGlobalNorm', from: false, to: true }] },
    ]);
    expect([...adjusted].sort()).toEqual(['learningRate', 'optimizer', 'width']);
  });

  it('of data that are not here keeps the settings that only those data can judge', () => {
    const experiment = {
      ...defaultExperiment,
      ...{ dataset: 'ownData', dataHash: 77, batchSize: 0 },
      ...{ gradientAccumulation: true, microBatches: 7 },
    } as const;
    const found = read({ ...storedForm(keptRun(), null), experiment });
    expect(found.run.experiment).toEqual(experiment);
    expect(found.adjusted).toEqual([]);
  });

  it('is refused when it is not whole, with the part that is not', () => {
    const stored = storedForm(keptRun(), null);
    const data = keptRun().history.data();
    const other = recordShape(5);
    const strange = recordShape(depth, ['nope']);
    const partOf = (change: object) => readStored({ ...stored, ...change });
    const rowsOf = (own: typeof shape, rows = record(0, own)) => ({
      history: { ...data, parts: [{ shape: own, rows }] },
    });
    const named = (part: string) => ({ kind: 'badPart', part });
    expect(partOf({ version: 2 })).toEqual(named('version'));
    expect(partOf({ keptAt: Infinity })).toEqual(named('keptAt'));
    expect(partOf({ history: { ...data, parts: [] } })).toEqual(named('history.parts'));
    expect(partOf(rowsOf(shape, new Float64Array(3)))).toEqual(named('history.parts.0'));
    expect(partOf(rowsOf(shape, new Float64Array(0)))).toEqual(named('history.parts'));
    expect(partOf(rowsOf(strange))).toEqual(named('history.parts.0.shape'));
    expect(partOf(rowsOf(other))).toEqual(named('experiment.depth'));
    expect(
      partOf({ experiment: { ...defaultExperiment, depth: 'abc', width: 1e9 } }),
    ).toMatchObject({ adjusted: ['depth', 'width'] });
    expect(partOf({ experiment: { ...defaultExperiment, depth: 30 } })).toEqual(
      named('experiment.depth'),
    );
    expect(partOf({ nonFinite: { step: 3, layer: 99, tensor: 'loss' } })).toEqual(
      named('nonFinite.layer'),
    );
    expect(partOf({ nonFinite: { step: -1, layer: 0, tensor: 'x' } })).toEqual(
      named('nonFinite.step'),
    );
  });

  it('is refused with records that cannot be, and which', () => {
    const stored = storedForm(keptRun(), null);
    const withSteps = (...steps: number[]) => {
      const rows = steps.flatMap((step) => [...record(step)]);
      const parts = [{ shape, rows: Float64Array.from(rows) }];
      return readStored({ ...stored, history: { shape, thinned: false, parts } });
    };
    const bad = (record: number, measure: string, value: string) => ({
      ...{ kind: 'badValue', record, measure, value },
    });
    expect(withSteps(0, 1, 5)).toHaveProperty('run');
    expect(withSteps(0, Number.NaN)).toEqual(bad(2, 'step', 'NaN'));
    expect(withSteps(-1)).toEqual(bad(1, 'step', '-1'));
    expect(withSteps(0, 1.5)).toEqual(bad(2, 'step', '1.5'));
    expect(withSteps(0, 4, 3)).toEqual({ kind: 'badOrder', record: 3, step: 3, before: 4 });
    expect(withSteps(0, 0)).toEqual({ kind: 'badOrder', record: 2, step: 0, before: 0 });
    for (const [measure, value] of [
      ['loss', -0.5],
      ['gradNorm', -Infinity],
    ] as const) {
      const rows = record(0);
      rows[stepColumn(shape, measure)] = value;
      const history = { shape, thinned: false, parts: [{ shape, rows }] };
      expect(readStored({ ...stored, history })).toEqual(bad(1, measure, String(value)));
    }
    const rows = record(0);
    rows[layerColumn(shape, 'gradH', 3)] = -2;
    const history = { shape, thinned: false, parts: [{ shape, rows }] };
    expect(readStored({ ...stored, history })).toEqual(bad(1, 'gradH', '-2'));
  });

  it('never throws, whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (value, key) => {
        expect(readStored(value)).toHaveProperty('kind');
        const stored: Record<string, unknown> = { ...storedForm(keptRun(), null), [key]: value };
        readStored(stored);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a history as plain data', () => {
  it('is left alone by later records, and reads back thinned where it is too large', () => {
    const { history } = keptRun();
    const data = history.data();
    history.append(record(4));
    expect(historyFrom(data).length).toBe(4);
    expect(history.length).toBe(5);
    const row = 8 * (data.parts[0]?.shape ? emptyRecord(shape).length : 0);
    const long = createHistory(shape);
    for (let step = 0; step < 100; step++) long.append(record(step));
    const thinned = historyFrom(long.data(), 20 * row);
    expect(thinned.thinned).toBe(true);
    expect(thinned.length).toBeLessThanOrEqual(20);
    expect(thinned.at(thinned.length - 1, 'step')).toBe(99);
  });
});
