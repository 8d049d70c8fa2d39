import { describe, expect, it } from 'vitest';
import { experimentOf } from '../../src/experiment/legality';
import { createHistory } from '../../src/history/history';
import { emptyRecord, recordShape, stepColumn } from '../../src/history/record';
import { recover, rowsFrom, withCheckpoint } from '../../src/state/run/recovery';
import { eventsOf, type Live, type Measured } from '../../src/state/store/run';
import { measuredRun, recordingOf } from '../support/runs';

const { experiment } = experimentOf({ depth: 3, learningRate: 0.1 });
const shape = recordShape(3);
const weights = { parameters: [], optimizer: [], safeguards: {}, lossScale: null, running: [] };

function rows(from: number, to: number): Float64Array {
  const records = Array.from({ length: to - from + 1 }, (_, index) => {
    const record = emptyRecord(shape);
    record[stepColumn(shape, 'step')] = from + index;
    return [...record];
  });
  return Float64Array.from(records.flat());
}

/** A run on wasm that has recorded steps 0 to 400, its learning rate changed at steps 100 and 300. */
function trained(changes: Partial<Measured> = {}): Measured {
  const history = createHistory(shape);
  history.append(rows(0, 400));
  const events = [100, 300].map((step, index) => ({
    step,
    changes: [{ key: 'learningRate' as const, from: 0.1 / 10 ** index, to: 0.01 / 10 ** index }],
    ticket: 5,
  }));
  const recording = recordingOf(experiment, history, { events });
  return measuredRun(recording, { state: 'running', target: 1000, ...changes });
}

/** A run as it goes on in another worker. */
function again(run: Live): Live {
  const found = recover(run, 'gone');
  if (!found) throw new Error('no recovery');
  return found.run;
}

describe('a run whose worker was lost', () => {
  it('is computed again from step 0 up to what was recorded, and trains on to its goal', () => {
    const { run, requests } = recover(trained(), 'gone') ?? {};
    expect(requests).toMatchObject([
      {
        type: 'configure',
        experiment: { learningRate: 0.1, backend: 'wasm' },
        replay: {
          from: null,
          to: 400,
          amendments: [
            { step: 100, experiment: { learningRate: 0.01 } },
            { step: 300, experiment: { learningRate: 0.001 } },
          ],
        },
      },
      { type: 'run', steps: 600 },
    ]);
    expect(run).toMatchObject({ state: 'preparing', recovery: { tries: 1, from: 0, to: 400 } });
    expect(run && eventsOf(run).every((event) => event.ticket === undefined)).toBe(true);
  });

  it('goes on from its checkpoint, with the settings in force there', () => {
    const run = withCheckpoint(trained({ target: 0 }), { step: 200, weights });
    expect(recover(run, 'gone')?.requests).toMatchObject([
      {
        experiment: { learningRate: 0.01 },
        replay: { from: { step: 200 }, to: 400, amendments: [{ step: 300 }] },
      },
    ]);
  });

  it('asks for training without end in a way that can be sent', () => {
    const { requests } = recover(trained({ target: Number.POSITIVE_INFINITY }), 'gone') ?? {};
    expect(requests?.[1]).toMatchObject({ type: 'run', steps: null });
  });

  it('turns to the next backend when lost again, and fails the third time', () => {
    const once = again(trained());
    const twice = recover(once, 'gone');
    expect(twice?.requests[0]).toMatchObject({ experiment: { backend: 'cpu' } });
    expect(recover(again(once), 'gone')).toBeNull();
  });

  it('counts anew once a worker has trained well beyond', () => {
    const once = again(trained());
    expect(withCheckpoint(once, { step: 350, weights }).recovery?.tries).toBe(1);
    const sound = withCheckpoint(once, { step: 410, weights });
    expect(recover(sound, 'gone')?.requests[0]).toMatchObject({ experiment: { backend: 'wasm' } });
  });

  it('takes in only what it has not recorded', () => {
    expect(rowsFrom(rows(390, 410), shape, 400)).toEqual(rows(400, 410));
  });
});
