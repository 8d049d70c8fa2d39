import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../src/experiment/schema';
import { createHistory, type History } from '../../src/history/history';
import { absent, type LayerMeasure } from '../../src/history/measures';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';
import { outcomeOf } from '../../src/state/run/fixes';
import { type Measured, newRun, type Recording } from '../../src/state/store/run';
import { measuredRun, recordingOf } from '../support/runs';

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

const recording = recordingOf(defaultExperiment, history);
const ready = measuredRun(recording, { id: 3 });
const withEvents = (events: Recording['events'], state: Measured['state'] = 'ready') =>
  measuredRun({ ...recording, events }, { id: 3, state });
const withHistory = (own: History) => measuredRun({ ...recording, history: own }, { id: 3 });
const event = { step: 2, changes: [] };

describe('the outcome of a fix', () => {
  it('is told by the first record that follows it, whatever training does later', () => {
    const live = withEvents([event], 'running');
    expect(outcomeOf({ run: 3, changes: 1 }, live)?.gradient).toBe(98);
    expect(outcomeOf({ run: 3, changes: 0 }, ready)?.gradient).toBe(100);
  });

  it('waits for that record', () => {
    const asked = withEvents([{ ...event, ticket: 1 }]);
    expect(outcomeOf({ run: 3, changes: 1 }, asked)).toBeNull();
    const newest = [{ ...event, step: 4 }];
    expect(outcomeOf({ run: 3, changes: 1 }, withEvents(newest, 'running'))).toBeNull();
    expect(outcomeOf({ run: 3, changes: 1 }, withEvents(newest))?.gradient).toBe(96);
    expect(outcomeOf({ run: 4, changes: 0 }, ready)).toBeNull();
    expect(outcomeOf({ run: 3, changes: 0 }, newRun(3, defaultExperiment, ready))).toBeNull();
  });

  it('leaves out what was not measured', () => {
    expect(outcomeOf({ run: 3, changes: 0 }, ready)?.update).toBeNull();
    const measured = createHistory(shape);
    measured.append(record(0, 1, 0.2));
    expect(outcomeOf({ run: 3, changes: 0 }, withHistory(measured))?.update).toBe(0.2);
    const shallow = createHistory(recordShape(2));
    shallow.append(emptyRecord(recordShape(2)));
    expect(outcomeOf({ run: 3, changes: 0 }, withHistory(shallow))?.growth).toBeNull();
  });
});
