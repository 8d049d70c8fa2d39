import { describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../../src/experiment/schema';
import { createHistory } from '../../src/history/history';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';
import { offerInterface } from '../../src/state/page/earlyInterface';
import { type PageInterface, pageInterface } from '../../src/state/page/pageInterface';
import { app } from '../../src/state/store/app';
import { measuredRun, recordingOf } from '../support/runs';

it.each([-1, 1.5, Number.NaN, Infinity, 2 ** 53, '3', null])(
  'run(%s) is refused',
  async (steps) => {
    const { run } = app.getState();
    await expect(pageInterface.run(steps as number)).rejects.toThrow(RangeError);
    expect(app.getState().run).toBe(run);
  },
);

describe('before the page has loaded', () => {
  const loaded: PageInterface = {
    ready: Promise.resolve(),
    experiment: pageInterface.experiment,
    set: vi.fn(() => []),
    run: vi.fn(async () => {}),
    pause: vi.fn(async () => {}),
    reset: vi.fn(async () => {}),
    history: pageInterface.history,
  };

  it('promises wait for it, and what answers at once says what to wait for', async () => {
    let load = (_: PageInterface) => {};
    offerInterface(
      new Promise((resolve) => {
        load = resolve;
      }),
    );
    const held = chainReaction;
    const order: string[] = [];
    const waiting = [
      held.ready.then(() => order.push('ready')),
      held.run(3),
      held.pause(),
      held.reset(),
    ];
    expect(() => held.experiment()).toThrow('await chainReaction.ready');
    expect(() => held.set({ depth: 3 })).toThrow('await chainReaction.ready');
    expect(() => held.history()).toThrow('await chainReaction.ready');
    await Promise.resolve();
    expect(loaded.run).not.toHaveBeenCalled();
    order.push('loaded');
    load(loaded);
    await Promise.all(waiting);
    expect(order).toEqual(['loaded', 'ready']);
    expect(loaded.run).toHaveBeenCalledWith(3);
    expect(loaded.pause).toHaveBeenCalledOnce();
    expect(loaded.reset).toHaveBeenCalledOnce();
    expect(held.set({ depth: 3 })).toEqual([]);
    expect(held.experiment()).toBe(app.getState().experiment);
    expect(chainReaction).toBe(held);
  });

  it('promises reject where it cannot be loaded', async () => {
    offerInterface(Promise.reject(new Error('no network')));
    await expect(chainReaction.ready).rejects.toThrow('no network');
    await expect(chainReaction.run()).rejects.toThrow('no network');
  });
});

/** Puts a run of 4 layers on screen: a loss and `∂L/∂z_2` per step, all else 1. */
function showRun(values: readonly (readonly [loss: number, gradZ: number])[], endsAt?: number) {
  const shape = recordShape(4);
  const history = createHistory(shape);
  values.forEach(([loss, gradZ], step) => {
    const row = emptyRecord(shape).fill(1);
    row[stepColumn(shape, 'step')] = step;
    row[stepColumn(shape, 'loss')] = loss;
    row[layerColumn(shape, 'gradZ', 2)] = gradZ;
    history.append(row);
  });
  const nonFinite =
    endsAt === undefined ? null : ({ step: endsAt, layer: 2, tensor: 'gradZ' } as const);
  app.setState({
    run: measuredRun(recordingOf(defaultExperiment, history, { nonFinite })),
  });
  return pageInterface.history();
}

it('firstNonFinite says where training ended, firstTolerated what was not finite before it', () => {
  const whole = showRun([
    [1, 1],
    [1, 1],
  ]);
  expect([whole.firstNonFinite, whole.firstTolerated]).toEqual([null, null]);
  const ended = showRun(
    [
      [1, 1],
      [1, Number.NaN],
    ],
    1,
  );
  expect(ended.firstNonFinite).toEqual({ step: 1, layer: 2, tensor: 'gradZ' });
  expect(ended.firstTolerated).toBeNull();
  const skipped = showRun([
    [1, 1],
    [1, Infinity],
    [1, Number.NaN],
    [1, 1],
  ]);
  expect(skipped.firstNonFinite).toBeNull();
  expect(skipped.firstTolerated).toEqual({ step: 1, layer: 2, tensor: 'gradZ' });
  const both = showRun(
    [
      [1, 1],
      [Infinity, 1],
      [1, Number.NaN],
    ],
    2,
  );
  expect(both.firstNonFinite?.step).toBe(2);
  expect(both.firstTolerated).toEqual({ step: 1, layer: 4, tensor: 'loss' });
});
