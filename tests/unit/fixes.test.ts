import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../src/experiment/schema';
import { createHistory } from '../../src/history/history';
import { absent, type LayerMeasure } from '../../src/history/measures';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';
import { outcomeOf } from '../../src/state/fixes';
import { newRun, type Run } from '../../src/state/run';

const shape = recordShape(4);

function record(step: number, gradient: number, update = absent): Float64Array {
  const row = emptyRecord(shape);
  row[stepColumn(shape, 'step')] = step;
  row[stepColumn(shape, 'gradNorm')] = gradient;
  const put = (measure: LayerMeasure, layer: number, value: number) => {
    row[layerColumn(shape, measure, layer)] = value;
  };
  for (let layer = 1; layer <= 4; layer++) put('gradH', layer, 1);
  put('update', 2, update);
  return row;
}

const history = createHistory(shape);
for (let step = 0; step < 5; step++) history.append(record(step, 100 - step));

const ready: Run = {
  ...newRun(3, defaultExperiment, null),
  state: 'ready',
  history,
  isRecorded: true,
};
const event = { step: 2, changes: [] };

describe('the outcome of a fix', () => {
  it('is told by the first record that follows it, whatever training does later', () => {
    const live = { ...ready, state: 'running' as const, events: [event] };
    expect(outcomeOf({ run: 3, changes: 1 }, live)?.gradient).toBe(98);
    expect(outcomeOf({ run: 3, changes: 0 }, ready)?.gradient).toBe(100);
  });

  it('waits for that record', () => {
    const asked = { ...ready, events: [{ ...event, ticket: 1 }] };
    expect(outcomeOf({ run: 3, changes: 1 }, asked)).toBeNull();
    const newest = { ...ready, state: 'running' as const, events: [{ ...event, step: 4 }] };
    expect(outcomeOf({ run: 3, changes: 1 }, newest)).toBeNull();
    expect(outcomeOf({ run: 3, changes: 1 }, { ...newest, state: 'ready' })?.gradient).toBe(96);
    expect(outcomeOf({ run: 4, changes: 0 }, ready)).toBeNull();
    expect(outcomeOf({ run: 3, changes: 0 }, { ...ready, isRecorded: false })).toBeNull();
  });

  it('leaves out what was not measured', () => {
    expect(outcomeOf({ run: 3, changes: 0 }, ready)?.update).toBeNull();
    const measured = createHistory(shape);
    measured.append(record(0, 1, 0.2));
    expect(outcomeOf({ run: 3, changes: 0 }, { ...ready, history: measured })?.update).toBe(0.2);
    const shallow = createHistory(recordShape(2));
    shallow.append(emptyRecord(recordShape(2)));
    expect(outcomeOf({ run: 3, changes: 0 }, { ...ready, history: shallow })?.growth).toBeNull();
  });
});
