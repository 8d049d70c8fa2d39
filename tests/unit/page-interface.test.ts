import { describe, expect, it, vi } from 'vitest';
import { app } from '../../src/state/app';
import { offerInterface } from '../../src/state/earlyInterface';
import { type PageInterface, pageInterface } from '../../src/state/pageInterface';

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
