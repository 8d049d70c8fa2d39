import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../src/experiment/schema';
import { createHistory, historyFrom } from '../../src/history/history';
import { emptyRecord, recordShape, stepColumn } from '../../src/history/record';
import type { KeptRun } from '../../src/state/baselines';
import { readStored, sizeOf, storedForm } from '../../src/state/saved/runs';

const shape = recordShape(5);
const staged = recordShape(5, ['clipByGlobalNorm']);

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

describe('a kept run', () => {
  it('is read back as it was stored, records of every shape and NaN included', () => {
    const run = keptRun();
    const stored = structuredClone(storedForm(run, 2));
    const found = readStored(stored);
    expect(found?.mark).toBe(2);
    const { history, ...rest } = run;
    const { history: read, ...others } = found?.run ?? {};
    expect(others).toEqual(rest);
    expect(read?.data()).toEqual(history.data());
    expect(read?.layerAt(3, 'after:clipByGlobalNorm', 1)).toBe(-1);
    expect(sizeOf(run)).toBeGreaterThan(0);
  });

  it('makes settings legal that a newer or older page stored', () => {
    const stored = storedForm(keptRun(), null);
    const settings = { ...defaultExperiment, gain: 99, nonsense: 4, activation: 'sine' };
    const found = readStored({ ...stored, experiment: settings });
    expect(found?.run.experiment).toEqual({ ...defaultExperiment, gain: 10 });
  });

  it('is read without the changes of settings that no longer exist', () => {
    const gone = { key: 'nonsense', from: 1, to: 2 };
    const gain = { key: 'gain', from: 1.3, to: 1.4 } as const;
    const events = [
      { step: 1, changes: [gone] },
      { step: 2, changes: [gone, gain] },
    ];
    const found = readStored({ ...storedForm(keptRun(), null), events });
    expect(found?.run.events).toEqual([{ step: 2, changes: [gain] }]);
  });

  it('is refused when it is not whole', () => {
    const stored = storedForm(keptRun(), null);
    const { data } = { data: keptRun().history.data() };
    expect(readStored({ ...stored, version: 2 })).toBeNull();
    expect(readStored({ ...stored, history: { ...data, parts: [] } })).toBeNull();
    expect(
      readStored({
        ...stored,
        history: { ...data, parts: [{ shape, rows: new Float64Array(3) }] },
      }),
    ).toBeNull();
    expect(readStored({ ...stored, nonFinite: { step: -1, layer: 0, tensor: 'x' } })).toBeNull();
  });

  it('never throws, whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (value, key) => {
        expect(readStored(value)).toBeNull();
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
